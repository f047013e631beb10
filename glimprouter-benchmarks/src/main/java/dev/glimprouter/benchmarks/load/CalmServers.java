package dev.glimprouter.benchmarks.load;

import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Pacer;
import dev.glimprouter.testkit.upstream.dialect.Dialects;

import java.io.IOException;
import java.util.List;

/**
 * A small and a large scripted vLLM that tell tales without a fault, in a process of their own.
 *
 * <p>It prints their addresses, tells of what its scripts found wrong on standard error, and ends
 * with its standard input.
 */
final class CalmServers {

    private CalmServers() {}

    /** Serves. */
    public static void main(String[] arguments) throws IOException {
        try (FaultServer small = FaultServer.start(Dialects.vllm(Teller::small), Pacer.real());
                FaultServer large = FaultServer.start(Dialects.vllm(Teller::large), Pacer.real())) {
            System.out.println(small.uri() + " " + large.uri());
            while (System.in.read() >= 0) {
                // nothing is ordered
            }
            List.of(small, large).forEach(server -> server.failures().forEach(System.err::println));
        }
    }
}
