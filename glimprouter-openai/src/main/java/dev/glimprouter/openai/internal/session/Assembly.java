package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.engine.Token;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.openai.internal.wire.Ask;
import dev.glimprouter.openai.internal.wire.Chunk;
import dev.glimprouter.openai.internal.wire.Finish;
import dev.glimprouter.openai.internal.wire.FirstDistribution;
import dev.glimprouter.reasoning.Ending;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Puts tokens together from the pieces of replies, whose text, log-probabilities and counts do not
 * come in step, and finds where they end. Guarded by its stream.
 */
final class Assembly {

    private final Server server;
    private final Generation request;
    private final StopScanner scanner;
    private final SwallowedTag tag = new SwallowedTag();
    private final Deque<Token> queue = new ArrayDeque<>();
    private final List<Integer> ids = new ArrayList<>();
    private String held = "";
    private int tokens;
    private boolean idsMissing;
    private boolean goesOn;
    private boolean stopped;
    private @Nullable Ending ending;

    Assembly(Server server, Generation request) {
        this.server = server;
        this.request = request;
        this.scanner = new StopScanner(request.until());
    }

    /**
     * Takes a piece.
     *
     * @param fresh how many tokens came with it
     * @throws RetryableException if the server gave the request up
     */
    void take(Ask ask, Chunk chunk, int fresh) {
        goesOn = false;
        if (ending == null && !chunk.text().isEmpty()) {
            held += scanner.feed(tag.restore(chunk));
            scanner.ending().ifPresent(how -> ending = how);
            stopped = ending != null && chunk.finish().isPresent() && scanner.droppedChars() == 0;
        }
        if (ending == null) {
            chunk.finish().ifPresent(this::finish);
        }
        for (int i = 0; i < fresh; i++) {
            Optional<TokenDistribution> seen = distribution(ask, chunk, i);
            deliver(new Token(idOf(chunk, i), held, seen, likely(chunk, i, seen)));
        }
    }

    private void finish(Finish finish) {
        switch (finish) {
            case Finish.StopText _ -> goesOn = true;
            case Finish.Plain.END_OF_SEQUENCE -> {
                held += scanner.flush();
                ending = Ending.END_OF_SEQUENCE;
            }
            case Finish.Plain.LENGTH, Finish.Plain.CONTEXT, Finish.Plain.UNKNOWN_STOP -> {
                scanner.cut();
                ending = Ending.LENGTH;
            }
            case Finish.Plain.ABORTED ->
                    throw new RetryableException("The server gave the request up: try again.");
        }
    }

    private void deliver(Token token) {
        tokens++;
        ids.add(token.id());
        idsMissing |= token.id() < 0;
        queue.add(token);
        held = "";
    }

    /** Hands out text that no token is left for. */
    void flush() {
        if (!held.isEmpty()) {
            queue.add(new Token(-1, held, Optional.empty()));
            held = "";
        }
    }

    /**
     * The reply broke off, and the next one goes on from the text. What the last tokens spell may
     * not have become text yet, such as half a character, and will be told once more: their ids are
     * not those of the text.
     */
    void brokeOff() {
        idsMissing |= ending == null && tokens > 0;
    }

    private static int idOf(Chunk chunk, int i) {
        if (i < chunk.ids().size()) {
            return chunk.ids().get(i);
        }
        return i < chunk.entries().size() ? chunk.entries().get(i).id() : -1;
    }

    private Optional<TokenDistribution> distribution(Ask ask, Chunk chunk, int i) {
        int vocabulary = server.vocabularySize();
        return switch (request.distributions()) {
            case NONE -> Optional.empty();
            case FIRST ->
                    tokens == 0
                            ? FirstDistribution.of(server.profile(), ask, chunk, vocabulary)
                            : Optional.empty();
            case ALL ->
                    i < chunk.entries().size()
                            ? FirstDistribution.of(
                                    server.profile(), ask, chunk.entries().get(i), vocabulary)
                            : Optional.empty();
        };
    }

    private OptionalDouble likely(Chunk chunk, int i, Optional<TokenDistribution> seen) {
        return request.distributions() == Generation.Distributions.ALL && seen.isPresent()
                ? FirstDistribution.sampled(chunk.entries().get(i), seen.get())
                : OptionalDouble.empty();
    }

    /** The next token that is ready. */
    Optional<Token> poll() {
        return Optional.ofNullable(queue.poll());
    }

    boolean isDrained() {
        return queue.isEmpty();
    }

    /** Forgets what nobody has read. */
    void discard() {
        queue.clear();
    }

    /** Tokens so far, read or not. */
    int tokens() {
        return tokens;
    }

    /** The text so far, of which the reader may not have seen the end. */
    String text() {
        return scanner.text();
    }

    int droppedChars() {
        return scanner.droppedChars();
    }

    /** The ids of the tokens; empty where one is not known. */
    Optional<OwnIds> ids() {
        return idsMissing || ids.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OwnIds(ids.stream().mapToInt(Integer::intValue).toArray(), stopped));
    }

    /** How the text ended; empty while it has not. */
    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /**
     * Whether the server stopped at newlines that only begin the step, and is to be asked again.
     */
    boolean goesOn() {
        return goesOn;
    }
}
