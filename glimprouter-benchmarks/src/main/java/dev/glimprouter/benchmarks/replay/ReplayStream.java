package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;

import java.util.Arrays;
import java.util.Optional;

/** One stretch of a route: an engine's tokens, as many as were recorded. */
final class ReplayStream implements TokenStream {

    private static final String CLOSE_TAG = "</think>";
    private static final int VOCABULARY = 1000;
    private static final double[] SURE = {0};
    private static final double[] UNSURE = new double[20];

    static {
        Arrays.fill(UNSURE, -Math.log(20));
    }

    private final ReplaySession session;
    private final Generation request;
    private final int tokens;
    private final StringBuilder written = new StringBuilder();
    private volatile TokenStream inner;
    private volatile boolean closed;
    private StreamCost before = StreamCost.NONE;
    private int delivered;

    ReplayStream(ReplaySession session, Generation request, int tokens, TokenStream inner) {
        this.session = session;
        this.request = request;
        this.tokens = tokens;
        this.inner = inner;
    }

    @Override
    public Optional<Token> next() {
        if (delivered == tokens && !closed) {
            return readToItsEnd();
        }
        if (closed) {
            return Optional.empty();
        }
        Optional<Token> token = inner.next();
        if (token.isEmpty()) {
            return beyondEnd();
        }
        return Optional.of(deliver(token.get().id(), token.get().text()));
    }

    /** Servers count at the end of a reply, and keep the connection of one that was read whole. */
    private Optional<Token> readToItsEnd() {
        if (inner.next().isPresent()) {
            throw new IllegalStateException("the engine wrote more than it was asked for");
        }
        return Optional.empty();
    }

    /** The text between an end of sequence and what follows it comes with the next token. */
    private Optional<Token> beyondEnd() {
        if (closed || inner.ending() == Ending.CANCELLED) {
            return Optional.empty();
        }
        if (inner.ending() == Ending.LENGTH) {
            throw new IllegalStateException("the context is too small for this route");
        }
        inner.close();
        before = before.plus(inner.cost());
        inner = session.goOn(written.toString(), tokens - delivered);
        return inner.next().map(token -> deliver(token.id(), session.beyondEnd() + token.text()));
    }

    private Token deliver(int id, String text) {
        delivered++;
        written.append(text);
        String seen = Disguise.put(text);
        if (delivered == 1 && !session.replay().isAnswering()) {
            seen = Disguise.mark(session.replay().step()) + seen;
        }
        if (delivered == tokens && closesInText()) {
            seen += CLOSE_TAG;
        }
        return new Token(id, seen, delivered == 1 ? Optional.of(glimpsed()) : Optional.empty());
    }

    private boolean closesInText() {
        return request.until() == Until.BLANK_LINE && session.replay().isLastStep();
    }

    private TokenDistribution glimpsed() {
        boolean sure = session.replay().isAnswering() || session.replay().writer() == Writer.SMALL;
        return new TopDistribution(sure ? SURE : UNSURE, VOCABULARY);
    }

    @Override
    public Ending ending() {
        if (delivered < tokens) {
            return Ending.CANCELLED;
        }
        return switch (request.until()) {
            case STEP -> session.replay().isLastStep() ? Ending.CLOSE_TAG : Ending.BLANK_LINE;
            case BLANK_LINE -> Ending.BLANK_LINE;
            case REASONING, END_OF_SEQUENCE -> Ending.END_OF_SEQUENCE;
        };
    }

    @Override
    public StreamCost cost() {
        return before.plus(inner.cost());
    }

    @Override
    public void close() {
        closed = true;
        inner.close();
    }
}
