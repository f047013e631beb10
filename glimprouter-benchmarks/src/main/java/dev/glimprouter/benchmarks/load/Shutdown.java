package dev.glimprouter.benchmarks.load;

import dev.glimprouter.benchmarks.Java;
import dev.glimprouter.benchmarks.Program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The two ends of a gateway: SIGTERM under load, after which what runs comes to its end, and
 * SIGKILL, which costs only what was under way.
 *
 * <pre>tools/check-shutdown</pre>
 */
public final class Shutdown {

    private Shutdown() {}

    /** Runs: a folder to write in, options for the gateway's Java. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Tally tally = new Tally();
        try (Program servers = Program.start(Java.command(List.of("-Xmx1g"), CalmServers.class))) {
            List<String> addresses = List.of(servers.answer().split(" ", -1));
            new Termination(folder, addresses, arguments[1], tally).check();
            new Killing(folder, addresses, arguments[1], tally).check();
        } catch (IOException | IllegalStateException failed) {
            tally.breach("failed: " + failed);
        }
        tally.print();
        System.out.println(tally.breaches().isEmpty() ? "PASSED" : "FAILED");
        System.exit(tally.breaches().isEmpty() ? 0 : 1);
    }
}
