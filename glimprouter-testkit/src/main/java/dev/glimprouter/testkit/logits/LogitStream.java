package dev.glimprouter.testkit.logits;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.LogitSampler;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.internal.tokens.TokenReader;
import dev.glimprouter.internal.tokens.TokenReader.Read;
import dev.glimprouter.reasoning.Ending;

import java.util.Arrays;
import java.util.Optional;

/** A generation that evaluates nothing ahead of its reader. */
final class LogitStream implements TokenStream {

    private final LogitSession session;
    private final Generation request;
    private final LogitSampler sampler;
    private final TokenReader reader;
    private int[] written = {};
    private StreamCost cost = StreamCost.NONE;
    private Optional<Ending> ending = Optional.empty();

    LogitStream(LogitSession session, Generation request, int limit) {
        this.session = session;
        this.request = request;
        this.sampler = new LogitSampler(request.sampling(), request.seed());
        this.reader = new TokenReader(session.table(), request.until(), limit);
    }

    @Override
    public synchronized Optional<Token> next() {
        if (ending.isPresent()) {
            return Optional.empty();
        }
        boolean first = reader.count() == 0;
        int[] all = session.with(written);
        cost = cost.plus(session.evaluate(all));
        FullDistribution from = session.after(all);
        int id = sampler.sample(from.logits());
        Read read = reader.read(id);
        if (read.piece().isPresent()) {
            written = Arrays.copyOf(written, written.length + 1);
            written[written.length - 1] = id;
        }
        ending = read.ending();
        boolean seen =
                switch (request.distributions()) {
                    case NONE -> false;
                    case FIRST -> first;
                    case ALL -> true;
                };
        Optional<TokenDistribution> shown = seen ? Optional.of(from) : Optional.empty();
        return Optional.of(new Token(id, read.visible(), shown));
    }

    synchronized int[] written() {
        return written;
    }

    @Override
    public synchronized Ending ending() {
        return ending.orElseThrow(() -> new IllegalStateException("it has not ended yet"));
    }

    @Override
    public synchronized StreamCost cost() {
        return cost;
    }

    @Override
    public synchronized void close() {
        if (ending.isEmpty()) {
            ending = Optional.of(Ending.CANCELLED);
        }
    }
}
