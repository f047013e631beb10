package dev.glimprouter.internal;

import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Predicate;

/** One stream of one model while it is read, and what it cost once it is closed. */
final class LiveStream implements AutoCloseable {

    private final Writer writer;
    private final TokenStream stream;
    private final Journal journal;
    private final Cancellation.Registration registration;
    private @Nullable Token first;
    private int tokens;
    private boolean asked;
    private boolean glimpsed;
    private StreamCost told = StreamCost.NONE;
    private boolean read;
    private boolean closed;
    private int discarded;

    LiveStream(Writer writer, TokenStream stream, Journal journal, Cancellation halt) {
        this.writer = writer;
        this.stream = stream;
        this.journal = journal;
        this.registration = halt.onCancel(stream::close);
    }

    /** The first token, without moving on from it; empty if the stream was cancelled before it. */
    Optional<Token> first() {
        if (!asked) {
            asked = true;
            first = pull().orElse(null);
            journal.writes(writer);
            tell(stream.cost());
        }
        return Optional.ofNullable(first);
    }

    /**
     * Reads on until the stream ends or {@code pieces} has had enough.
     *
     * @param pieces takes each piece of text, which may be empty; false to stop reading
     */
    void read(Predicate<String> pieces) {
        Optional<Token> token = advance();
        while (token.isPresent() && pieces.test(token.get().text())) {
            token = advance();
        }
    }

    /** The next token of the text, the first one included; empty at its end. */
    Optional<Token> advance() {
        Optional<Token> token = read ? pull() : begin();
        tokens += token.isPresent() ? 1 : 0;
        return token;
    }

    private Optional<Token> begin() {
        read = true;
        glimpsed = asked;
        return first();
    }

    private Optional<Token> pull() {
        if (!stream.ready()) {
            journal.pause();
        }
        try {
            return stream.next();
        } finally {
            stream.incidents().forEach(incident -> journal.befell(writer, incident));
        }
    }

    /** Tells what the prompt has cost; servers may count it only at a stream's end. */
    private void tell(StreamCost cost) {
        StreamCost more = cost.promptSince(told);
        if (more.promptTokens() > 0) {
            told = cost;
            journal.prefilled(writer, more);
        }
    }

    /** Tokens read so far. */
    int tokens() {
        return tokens;
    }

    /** Tokens that were decoded in vain, once it is closed. */
    int discarded() {
        return discarded;
    }

    /** How the stream ended; cancelled if it was not read to its end. */
    Ending ending() {
        return stream.ending();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        registration.close();
        stream.close();
        StreamCost cost = stream.cost();
        tell(cost);
        int unread = first == null || read ? 0 : Math.min(1, cost.decodedTokens());
        discarded = cost.discardedTokens() + unread;
        journal.book(
                writer,
                new Usage(
                        cost.promptTokens(),
                        cost.cachedTokens(),
                        cost.seamTokens(),
                        tokens,
                        discarded,
                        read ? cost.droppedChars() : 0,
                        0,
                        0,
                        cost.prefillNanos(),
                        0,
                        read ? decodeNanos(cost) : 0,
                        cost.requests()));
        tellSpeculation();
    }

    private void tellSpeculation() {
        Speculation speculation = stream.speculation();
        if (!speculation.equals(Speculation.NONE)) {
            journal.speculated(
                    writer,
                    speculation,
                    stream instanceof SpeculativeStream drafted
                            ? drafted.draftCost()
                            : StreamCost.NONE);
        }
    }

    /** The own text before a glimpse is part of the glimpse. */
    private long decodeNanos(StreamCost cost) {
        long writing = first == null ? 0 : journal.written(writer);
        return writing + (glimpsed ? 0 : cost.ownNanos());
    }
}
