package dev.glimprouter.benchmarks.load;

import dev.glimprouter.benchmarks.Java;
import dev.glimprouter.benchmarks.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many slow streams at once through one gateway: whether each client gets its whole text, and how
 * much memory of the machine the gateway takes.
 *
 * <pre>tools/check-streams [STREAMS [MOST_MIB]]</pre>
 *
 * <p>The servers are scripted and write a word every two seconds; gateway, servers and clients are
 * a process each. That all streams are open at once is computed from what clients saw: from the
 * last first byte to the first last one.
 */
public final class Streams {

    private static final int OPEN_SECONDS = 60;
    private static final int STEPS = 5;
    private static final int WORDS = 7;
    private static final int PACE_MILLIS = 2000;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Duration RAMP = Duration.ofSeconds(10);

    private final int count;
    private final GatewayProcess gateway;
    private final Tally tally = new Tally();

    private Streams(int count, GatewayProcess gateway) {
        this.count = count;
        this.gateway = gateway;
    }

    /** Runs: a folder to write in, streams, most MiB, options for the gateway's Java. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        try (Program servers = Program.start(Java.command(List.of("-Xmx1g"), CalmServers.class))) {
            String[] addresses = servers.answer().split(" ", -1);
            Path config = folder.resolve("router.yaml");
            Files.writeString(config, config(addresses, count));
            try (GatewayProcess gateway =
                    GatewayProcess.start(config, arguments[3], folder.resolve("gateway.err"))) {
                boolean passed = new Streams(count, gateway).run(Integer.parseInt(arguments[2]));
                if (!passed) {
                    System.out.println(gateway.lastWords());
                    System.exit(1);
                }
            }
        }
    }

    private static String config(String[] addresses, int count) {
        return """
        small: {model: '%s'}
        large: {model: '%s'}
        serve: {port: 0, parallel: %d, queue: 0}
        """
                .formatted(addresses[0], addresses[1], count);
    }

    private boolean run(int mostMib) throws Exception {
        System.out.printf("idle: %s%n", gateway.facts().words());
        Watching watching = new Watching(gateway);
        Thread watcher = Thread.ofPlatform().daemon().start(watching);
        List<Span> spans = callAll();
        watcher.interrupt();
        watcher.join();
        tally.print();
        double open = Span.common(spans).toMillis() / 1e3;
        boolean small = watching.most().mostResidentKib() < mostMib * 1024L;
        boolean quiet =
                Await.that(
                        Duration.ofSeconds(10),
                        () -> MetricsPage.read(gateway.port(), "").running() == 0);
        boolean passed = tally.breaches().isEmpty() && open >= OPEN_SECONDS && small && quiet;
        System.out.printf(
                Locale.ROOT,
                "%s: %d streams, all of them open for %.0f s (%d are wanted); %s%n",
                passed ? "PASSED" : "FAILED",
                count,
                open,
                OPEN_SECONDS,
                watching.words(mostMib));
        return passed;
    }

    private List<Span> callAll() throws Exception {
        List<Future<Span>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(threads.submit(() -> call(number)));
            }
        }
        List<Span> spans = new ArrayList<>();
        for (Future<Span> call : calls) {
            spans.add(call.get());
        }
        return spans;
    }

    private Span call(int number) throws InterruptedException {
        Thread.sleep(RAMP.multipliedBy(number).dividedBy(count));
        Ask ask = Ask.streamed(new Tale(number, STEPS, WORDS, PACE_MILLIS));
        long[] first = {Long.MAX_VALUE};
        try (Wire wire = Wire.to(gateway.port(), PATIENCE_MILLIS)) {
            wire.post(ask.path(), "", ask.json());
            Caller.Reply reply =
                    Caller.read(wire, _ -> first[0] = Math.min(first[0], System.nanoTime()));
            Told told = reply.told();
            if (told.error().isPresent()) {
                tally.breach("failed: " + told.error().get());
            } else {
                told.objection(ask).ifPresentOrElse(tally::breach, () -> tally.count("whole text"));
            }
        } catch (IOException | RuntimeException broken) {
            tally.breach("broken: " + broken);
        }
        return new Span(first[0], System.nanoTime());
    }
}
