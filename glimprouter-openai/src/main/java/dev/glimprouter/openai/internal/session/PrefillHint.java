package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Hint;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.openai.internal.http.Answer;
import dev.glimprouter.openai.internal.replica.Lease;
import dev.glimprouter.openai.internal.replica.Visit;
import dev.glimprouter.openai.internal.wire.Ask;
import dev.glimprouter.openai.internal.wire.ChunkReader;
import dev.glimprouter.openai.internal.wire.Counts;
import dev.glimprouter.openai.internal.wire.RequestWriter;
import dev.glimprouter.time.Cancellation;

import java.util.function.Function;

/** One request that only brings a text into a server's cache, and what the server says it cost. */
final class PrefillHint implements Hint {

    private final ServerEngine engine;
    private final Lease lease;
    private final Cancellation until;
    private volatile StreamCost cost = StreamCost.NONE;

    PrefillHint(ServerEngine engine, Lease lease, Cancellation until) {
        this.engine = engine;
        this.lease = lease;
        this.until = until;
    }

    /**
     * Waits for the server; what fails is met again by the next generation, which tells it. A
     * server that is dead is not tried by this.
     */
    void follow(Function<Peer, Ask> asks) {
        try (Visit visit = lease.current()) {
            if (visit.isTrial()) {
                return;
            }
            Peer peer = new Peer(visit.base(), until);
            var request = RequestWriter.prefill(engine.server().profile(), asks.apply(peer));
            if (request.isPresent()) {
                cost = cost(Counts.NONE);
                Answer answer = engine.wire().send(peer, request.get());
                cost = cost(countsOf(answer));
                visit.answered();
            }
        } catch (GlimpRouterException later) {
            // Nothing is lost but time that nobody waited for.
        }
    }

    private Counts countsOf(Answer answer) {
        return answer.ok()
                ? new ChunkReader(engine.server().profile(), engine.anyBase().toString())
                        .readWhole(answer.text())
                        .counts()
                : Counts.NONE;
    }

    private static StreamCost cost(Counts counts) {
        int cached = counts.cached().orElse(0);
        int generated = counts.completion().orElse(0);
        return new StreamCost(
                Math.max(0, counts.prompt().orElse(0) - cached),
                cached,
                0,
                counts.prefillNanos().orElse(0),
                0,
                0,
                generated,
                generated,
                0,
                1);
    }

    @Override
    public StreamCost cost() {
        return cost;
    }
}
