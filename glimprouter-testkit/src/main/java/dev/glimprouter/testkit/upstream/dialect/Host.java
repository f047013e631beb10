package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scripted model behind a dialect, with all that it remembers. Thread safe. */
final class Host {

    /**
     * An explicit abort.
     *
     * @param prefix what the request ids begin with
     * @param jobs how many jobs had begun
     */
    private record Abort(String prefix, int jobs) {}

    private final Script script;
    private final Manner manner;
    private final Vocabulary words = new Vocabulary();
    private final PrefixCache cache;
    private final Map<String, Integer> calls = new HashMap<>();
    private final List<List<Integer>> prompts = new ArrayList<>();
    private final List<Abort> aborts = new ArrayList<>();
    private int jobs;

    Host(Script script, Manner manner, PrefixCache cache) {
        this.script = script;
        this.manner = manner;
        this.cache = cache;
    }

    Manner manner() {
        return manner;
    }

    Vocabulary words() {
        return words;
    }

    PrefixCache cache() {
        return cache;
    }

    Template template() {
        return new Template(
                manner.has(Quirk.TEMPLATE_THINKS),
                manner.has(Quirk.TEMPLATE_STRIPS),
                manner.has(Quirk.TEMPLATE_BEGINS));
    }

    /** The tokens of a text, after the begin token if one is due. */
    List<Integer> encode(String text, boolean begin) {
        List<Integer> ids = new ArrayList<>();
        if (begin && manner.has(Quirk.BEGIN_TOKEN)) {
            ids.add(Vocabulary.BEGIN);
        }
        ids.addAll(words.encode(text));
        return ids;
    }

    /** Starts a generation in this slot. */
    synchronized Job start(Ask ask, int slot) {
        prompts.add(ask.prompt());
        return new Job(this, ask, slot, cache.enter(ask.prompt(), slot), jobs++);
    }

    /** What the model would write, to the end. */
    Reply reply(Ask ask) {
        return script.reply(scene(ask));
    }

    private synchronized Scene scene(Ask ask) {
        String prompt = words.decode(ask.prompt()).replace(Vocabulary.BEGIN_TEXT, "");
        Template.Parts parts = Template.parse(prompt);
        String key = parts.head().toString();
        int call = calls.getOrDefault(key, 0);
        if (!ask.isPrefill()) {
            calls.put(key, call + 1);
        }
        return new Scene(parts.head(), parts.text(), ask.request(), call);
    }

    synchronized void forget() {
        prompts.clear();
        calls.clear();
        cache.forget();
    }

    synchronized List<List<Integer>> prompts() {
        return List.copyOf(prompts);
    }

    /** Aborts those jobs that have begun and whose request id begins so. */
    synchronized void abort(String prefix) {
        aborts.add(new Abort(prefix, jobs));
    }

    synchronized boolean isAborted(String requestId, int job) {
        return aborts.stream()
                .anyMatch(abort -> job < abort.jobs() && requestId.startsWith(abort.prefix()));
    }

    synchronized List<String> aborted() {
        return aborts.stream().map(Abort::prefix).toList();
    }
}
