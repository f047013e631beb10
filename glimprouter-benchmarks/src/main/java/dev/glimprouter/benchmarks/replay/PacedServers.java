package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import java.time.Duration;

/**
 * Two scripted vLLM servers that take their time as the paper's do: 8 ms for a token of the small
 * model, 40 ms for one of the large model, 15 ms for each request. Prompts are free.
 */
record PacedServers(FaultServer small, FaultServer large) implements AutoCloseable {

    private static final Duration REQUEST = Duration.ofMillis(15);
    private static final Duration SMALL = Duration.ofMillis(8);
    private static final Duration LARGE = Duration.ofMillis(40);
    private static final int CONTEXT = 16_384;

    static PacedServers start() {
        return new PacedServers(server(SMALL), server(LARGE));
    }

    private static FaultServer server(Duration token) {
        Reply reply = Reply.endless(" and", " so", " on").pace(token).after(token.plus(REQUEST));
        return FaultServer.start(Dialects.vllm(_ -> reply).withContext(CONTEXT), Pacer.real());
    }

    @Override
    public void close() {
        small.close();
        large.close();
    }
}
