package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.openai.internal.profile.PromptMode;
import dev.glimprouter.openai.internal.wire.PromptText;
import dev.glimprouter.time.Cancellation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * The text of a session after its head, in the form that its servers take.
 *
 * <p>Where that form is ids, each stretch is tokenized once, in the background from the moment it
 * is known. A head that was rendered here goes out as text where nothing follows it, and is
 * tokenized once something does: a session of one generation asks for no ids at all. Used by one
 * thread at a time.
 */
final class SessionText {

    private static final Executor BACKGROUND =
            task -> Thread.ofVirtual().name("tokenize").start(task);

    private final PromptMode mode;
    private final Tokens tokens;
    private final StringBuilder text = new StringBuilder();
    private Optional<AskedTurn> asked = Optional.empty();
    private final List<Stretch> stretches = new ArrayList<>();
    private Optional<String> sentHead = Optional.empty();
    private Optional<Stretch> headIds = Optional.empty();

    SessionText(PromptMode mode, Tokens tokens) {
        this.mode = mode;
        this.tokens = tokens;
    }

    /** A text that is tokenized already, or being tokenized. */
    private record Stretch(String text, CompletableFuture<int[]> ids) {}

    /** A copy with a life of its own. */
    SessionText copy() {
        SessionText copy = new SessionText(mode, tokens);
        copy.text.append(text);
        copy.asked = asked;
        copy.stretches.addAll(stretches);
        copy.sentHead = sentHead;
        copy.headIds = headIds;
        return copy;
    }

    /**
     * Adds text.
     *
     * @param generated ids that the server told with it; empty if somebody else wrote it
     * @param peer the server to tokenize it
     */
    void append(String more, Optional<OwnIds> generated, Peer peer) {
        text.append(more);
        if (mode == PromptMode.TOKENS) {
            sentHead.ifPresent(head -> headIds(head, peer));
            stretches.add(new Stretch(more, idsOf(more, generated, peer)));
        }
    }

    private Stretch headIds(String head, Peer peer) {
        Stretch ids =
                headIds.orElseGet(() -> new Stretch(head, idsOf(head, Optional.empty(), peer)));
        headIds = Optional.of(ids);
        return ids;
    }

    private CompletableFuture<int[]> idsOf(String more, Optional<OwnIds> generated, Peer peer) {
        return tokens.known(more, generated)
                .map(CompletableFuture::completedFuture)
                .orElseGet(
                        () ->
                                CompletableFuture.supplyAsync(
                                        () -> tokens.of(more, generated, peer), BACKGROUND));
    }

    int length() {
        return text.length() + asked.map(AskedTurn::length).orElse(0);
    }

    /**
     * The whole prompt.
     *
     * @param beyond text after this one that is not part of it
     * @param peer the server to tokenize what could not be tokenized in the background
     */
    PromptText prompt(Head head, String beyond, Peer peer) {
        return switch (mode) {
            case TOKENS -> tokens(head, beyond, peer);
            case TEXT -> new PromptText.Text(headText(head) + text + beyond);
            case MIXED ->
                    new PromptText.Mixed(
                            List.of(
                                    head.rendered().orElseThrow(),
                                    new PromptText.Text(text + beyond)));
            case CHAT ->
                    asked.map(turn -> turn.chat(head, text + beyond))
                            .orElseGet(
                                    () ->
                                            new PromptText.Chat(
                                                    head.prompt().messages(),
                                                    head.prompt().opening() + text + beyond));
        };
    }

    private PromptText tokens(Head head, String beyond, Peer peer) {
        if (head.rendered().orElseThrow() instanceof PromptText.Text text
                && stretches.isEmpty()
                && beyond.isEmpty()) {
            sentHead = Optional.of(text.text());
            return text;
        }
        return new PromptText.Ids(ids(head, beyond, peer));
    }

    /** Ends the assistant's message here and has the user ask, for servers that take messages. */
    void ask(Aside aside) {
        asked = Optional.of(new AskedTurn(text.length(), aside));
    }

    private static String headText(Head head) {
        return switch (head.rendered().orElseThrow()) {
            case PromptText.Text(String rendered) -> rendered;
            case PromptText.Ids _ -> throw new IllegalStateException("a head of ids has no text");
        };
    }

    private int[] ids(Head head, String beyond, Peer peer) {
        List<int[]> all = new ArrayList<>();
        all.add(
                switch (head.rendered().orElseThrow()) {
                    case PromptText.Ids(int[] ids) -> ids;
                    case PromptText.Text(String rendered) -> idsOf(headIds(rendered, peer), peer);
                });
        stretches.forEach(stretch -> all.add(idsOf(stretch, peer)));
        all.add(tokens.of(beyond, peer));
        return all.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private int[] idsOf(Stretch stretch, Peer peer) {
        CompletableFuture<int[]> ids = stretch.ids().copy();
        try (Cancellation.Registration _ =
                peer.until()
                        .onCancel(
                                () ->
                                        ids.completeExceptionally(
                                                new CancelledException(
                                                        "The wait for ids was ended.")))) {
            return ids.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof GlimpRouterException) {
                return tokens.of(stretch.text(), peer);
            }
            throw failed;
        }
    }
}
