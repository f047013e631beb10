package dev.glimprouter.internal;

import dev.glimprouter.engine.Incident;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.reasoning.Ending;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A stream that fetches its first token in the background, before anybody asks for it. */
final class HeadStart implements TokenStream {

    private final TokenStream inner;
    private final FutureTask<Optional<Token>> first;
    private boolean handedOver;

    HeadStart(TokenStream inner) {
        this.inner = inner;
        this.first = new FutureTask<>(inner::next);
        Thread.ofVirtual().name("race").start(first);
    }

    @Override
    public Optional<Token> next() {
        if (handedOver) {
            return inner.next();
        }
        handedOver = true;
        return fetched();
    }

    @Override
    public boolean ready() {
        return handedOver ? inner.ready() : first.isDone();
    }

    private Optional<Token> fetched() {
        try {
            return first.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The wait for a token was interrupted.");
        }
    }

    /** What befell it in the background is told once somebody waits for the token. */
    @Override
    public List<Incident> incidents() {
        return first.isDone() ? inner.incidents() : List.of();
    }

    @Override
    public Ending ending() {
        return inner.ending();
    }

    @Override
    public String spelling(String name) {
        return inner.spelling(name);
    }

    /** A token that was decoded and that nobody took is one more thrown away. */
    @Override
    public StreamCost cost() {
        StreamCost cost = inner.cost();
        int delivered = cost.decodedTokens() - cost.discardedTokens();
        return handedOver || delivered < 1 ? cost : cost.plus(StreamCost.ofDiscarded(1));
    }

    @Override
    public Speculation speculation() {
        return inner.speculation();
    }

    @Override
    public void close() {
        inner.close();
    }
}
