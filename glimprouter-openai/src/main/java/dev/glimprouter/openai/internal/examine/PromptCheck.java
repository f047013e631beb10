package dev.glimprouter.openai.internal.examine;

import dev.glimprouter.openai.Finding.Topic;
import dev.glimprouter.openai.ServerFacts.Begin;
import dev.glimprouter.openai.ServerFacts.PromptCount;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.session.Server;
import dev.glimprouter.openai.internal.session.Trial;
import dev.glimprouter.openai.internal.session.Trials;
import dev.glimprouter.openai.internal.wire.PromptText;

import java.util.Optional;
import java.util.OptionalInt;

/** Compares a server's count of the prompt's tokens with ours, and its cache with the prompt. */
final class PromptCheck {

    private final Server server;
    private final Findings findings;

    PromptCheck(Server server, Findings findings) {
        this.server = server;
        this.findings = findings;
    }

    /**
     * What two trials of the same prompt show.
     *
     * @param again the second one
     */
    PromptCount of(Trials trials, Trial first, Trial again) {
        OptionalInt told = first.counts().prompt();
        PromptText prompt = first.ask().prompt();
        if (told.isEmpty()) {
            findings.hint(
                    Topic.PROMPT,
                    "does not count the prompt's tokens, so that the room in its context is a guess",
                    Optional.empty());
        }
        Begin begin = trials.ids(prompt).map(ids -> begin(prompt, ids, told)).orElse(Begin.UNKNOWN);
        if (begin == Begin.DOUBLED) {
            findings.problem(
                    Topic.PROMPT,
                    "begins the sequence twice (%s)".formatted(server.begin().strip()),
                    profile()
                            .advice()
                            .begin()
                            .map(
                                    what ->
                                            what
                                                    + ", or give a template without it by --chat-template")
                            .orElse("give a template without it by --chat-template"));
        }
        return new PromptCount(told, begin, cached(again));
    }

    private Begin begin(PromptText prompt, int[] ids, OptionalInt told) {
        if (ids.length > 1 && ids[0] == ids[1]) {
            return Begin.DOUBLED;
        }
        int added = told.orElse(ids.length) - ids.length;
        boolean begun =
                prompt instanceof PromptText.Text(String text)
                        && !server.begin().isBlank()
                        && text.startsWith(server.begin());
        if (told.isEmpty() || added < 0 || added > 1) {
            return Begin.UNKNOWN;
        }
        return added == 1 && begun ? Begin.DOUBLED : Begin.RIGHT;
    }

    private OptionalInt cached(Trial again) {
        OptionalInt cached = again.counts().cached();
        if (cached.isEmpty() && profile().cachedField().isPresent()) {
            findings.hint(
                    Topic.CACHE,
                    "does not tell how much of a prompt it found in its cache",
                    profile().advice().counts());
        }
        if (cached.orElse(1) == 0) {
            findings.hint(
                    Topic.CACHE,
                    "found nothing of a prompt that it had just read, so that every step reads all the text again",
                    profile().advice().cache());
        }
        return cached;
    }

    private Profile profile() {
        return server.profile();
    }
}
