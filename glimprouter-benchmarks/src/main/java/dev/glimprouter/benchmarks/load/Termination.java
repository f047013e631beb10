package dev.glimprouter.benchmarks.load;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * SIGTERM while requests run and wait.
 *
 * @param folder where it writes
 * @param servers addresses of the models
 * @param javaOptions for the gateway
 * @param tally what became of requests
 */
record Termination(Path folder, List<String> servers, String javaOptions, Tally tally) {

    private static final int RUNNING = 60;
    private static final int WAITING = 20;
    private static final int PATIENCE_MILLIS = 60_000;

    /** As the system's signal has it, and docs/errors.md. */
    private static final int TERMINATED = 143;

    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration MORE = Duration.ofSeconds(5);

    void check() throws Exception {
        Path config = folder.resolve("term.yaml");
        Files.writeString(
                config,
                "small: {model: '%s'}\nlarge: {model: '%s'}\nserve: {port: 0, parallel: %d, drain: %ds}\n"
                        .formatted(servers.get(0), servers.get(1), RUNNING + 1, DRAIN.toSeconds()));
        try (GatewayProcess gateway =
                        GatewayProcess.start(config, javaOptions, folder.resolve("term.err"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            calls.add(threads.submit(() -> tooLong(gateway.port())));
            for (int i = 0; i < RUNNING + WAITING; i++) {
                Ask ask = ask(i);
                calls.add(threads.submit(() -> whole(gateway.port(), ask)));
            }
            awaitAll(gateway);
            long began = System.nanoTime();
            gateway.terminate();
            calls.add(threads.submit(() -> late(gateway)));
            int code = gateway.awaitEnd(DRAIN.plus(MORE));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            for (Future<?> call : calls) {
                call.get();
            }
            System.out.printf(
                    "SIGTERM with %d running and %d waiting: exit code %d after %.1f s, drain %d s%n",
                    RUNNING + 1, WAITING, code, took.toMillis() / 1e3, DRAIN.toSeconds());
            if (code != TERMINATED) {
                tally.breach("exit code " + code);
            }
        }
    }

    /** Five seconds or so, of both interfaces, streamed and whole. */
    private static Ask ask(int number) {
        return new Ask(
                number % 3 == 0 ? Ask.Api.RESPONSES : Ask.Api.CHAT,
                number % 2 == 0,
                new Tale(number, 3, 5, 250),
                0);
    }

    private void awaitAll(GatewayProcess gateway) throws IOException, InterruptedException {
        boolean there =
                Await.that(
                        Duration.ofSeconds(30),
                        () -> {
                            MetricsPage page = MetricsPage.read(gateway.port(), "");
                            return page.running() == RUNNING + 1 && page.waiting() == WAITING;
                        });
        if (!there) {
            tally.breach("not all requests came to run or to wait");
        }
    }

    private void whole(int port, Ask ask) {
        try (Wire wire = Wire.to(port, PATIENCE_MILLIS)) {
            wire.post(ask.path(), "", ask.json());
            Told told = Caller.read(wire).told();
            told.error()
                    .map(code -> "an accepted request was told " + code)
                    .or(() -> told.objection(ask))
                    .ifPresentOrElse(
                            tally::breach, () -> tally.count("SIGTERM: accepted before, whole"));
        } catch (IOException | RuntimeException broken) {
            tally.breach("SIGTERM, %s: %s".formatted(ask.kind(), broken));
        }
    }

    /** Takes longer than there is time: is told so in its stream. */
    private void tooLong(int port) {
        Ask ask = Ask.streamed(new Tale(999, 10, 10, 1000));
        try (Wire wire = Wire.to(port, PATIENCE_MILLIS)) {
            wire.post(ask.path(), "", ask.json());
            Told told = Caller.read(wire).told();
            String code = told.error().orElse("nothing");
            if (code.equals("shutting_down")) {
                tally.count("SIGTERM: too long, told " + code);
            } else {
                tally.breach("SIGTERM: too long, told " + code);
            }
        } catch (IOException | RuntimeException broken) {
            tally.breach("SIGTERM, too long: " + broken);
        }
    }

    /** Comes after the signal, again and again until the end. */
    private void late(GatewayProcess gateway) {
        Ask ask = ask(0);
        try {
            while (true) {
                Thread.sleep(100);
                late(gateway.port(), ask);
            }
        } catch (ConnectException refused) {
            tally.count("SIGTERM: later, refused");
        } catch (IOException broken) {
            tally.breach("SIGTERM, later: " + broken);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void late(int port, Ask ask) throws IOException {
        try (Wire wire = Wire.to(port, PATIENCE_MILLIS)) {
            wire.post(ask.path(), "", ask.json());
            Caller.Reply reply = Caller.read(wire);
            String code = reply.told().error().orElse("nothing");
            if (reply.head().status() == 503 && code.equals("shutting_down")) {
                tally.count("SIGTERM: later, 503 " + code);
            } else {
                tally.breach("SIGTERM, later: %d %s".formatted(reply.head().status(), code));
            }
        }
    }
}
