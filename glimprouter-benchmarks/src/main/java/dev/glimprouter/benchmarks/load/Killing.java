package dev.glimprouter.benchmarks.load;

import dev.glimprouter.trace.Trace;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * SIGKILL while requests run, and the next start.
 *
 * @param folder where it writes
 * @param servers addresses of the models
 * @param javaOptions for the gateway
 * @param tally what became of requests
 */
record Killing(Path folder, List<String> servers, String javaOptions, Tally tally) {

    private static final int FINISHED = 10;
    private static final int UNDER_WAY = 10;

    /** Each takes a process. */
    private static final int SHOWN = 2;

    private static final int PATIENCE_MILLIS = 60_000;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OWNER = Keys.OWNERS.getFirst();

    private Path traces() {
        return folder.resolve("kill-traces");
    }

    private Path spent() {
        return folder.resolve("kill-spent.jsonl");
    }

    void check() throws Exception {
        long told = 0;
        try (GatewayProcess gateway = start("", "kill.err");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < FINISHED; i++) {
                told += finish(gateway.port(), i).told().tokens();
            }
            for (int i = 0; i < UNDER_WAY; i++) {
                Ask ask = Ask.streamed(new Tale(FINISHED + i, 20, 10, 100));
                threads.execute(() -> lose(gateway.port(), ask));
            }
            if (!Await.that(SOON, () -> begun() == FINISHED + UNDER_WAY)) {
                tally.breach("SIGKILL: not all traces were begun");
            }
            Thread.sleep(Duration.ofSeconds(2));
            gateway.kill();
            gateway.awaitEnd(SOON);
        }
        checkTraces();
        checkLedger(told);
        tear();
        checkNextStart(told);
    }

    private GatewayProcess start(String limits, String errors) throws IOException {
        Path config = folder.resolve("kill.yaml");
        Files.writeString(
                config,
                """
                small: {model: '%s'}
                large: {model: '%s'}
                serve: {port: 0, keys: %s, budget-file: %s, traces: {folder: %s}%s}
                """
                        .formatted(
                                servers.get(0),
                                servers.get(1),
                                Keys.yaml(),
                                spent(),
                                traces(),
                                limits));
        return GatewayProcess.start(config, javaOptions, folder.resolve(errors));
    }

    private Caller.Reply finish(int port, int number) throws IOException {
        Ask ask = Ask.streamed(new Tale(number, 3, 5, 0));
        try (Wire wire = Wire.to(port, PATIENCE_MILLIS)) {
            wire.post(ask.path(), Keys.of(OWNER), ask.json());
            Caller.Reply reply = Caller.read(wire);
            if (reply.told().error().isEmpty()) {
                reply.told().objection(ask).ifPresent(tally::breach);
            }
            return reply;
        }
    }

    private void lose(int port, Ask ask) {
        try (Wire wire = Wire.to(port, PATIENCE_MILLIS)) {
            wire.post(ask.path(), Keys.of(OWNER), ask.json());
            Told told = Caller.read(wire).told();
            tally.breach("SIGKILL: a stream seemed to end: " + told.end());
        } catch (IOException cut) {
            tally.count("SIGKILL: stream cut off, and seen to be");
        }
    }

    private int begun() throws IOException {
        return Traces.files(traces()).size();
    }

    private void checkTraces() throws IOException, InterruptedException {
        List<Path> whole = new ArrayList<>();
        List<Path> begun = new ArrayList<>();
        int events = 0;
        for (Path file : Traces.files(traces())) {
            Trace trace = Trace.read(file);
            if (Traces.hasEnded(trace)) {
                whole.add(file);
            } else {
                begun.add(file);
                events += trace.events().size();
            }
        }
        System.out.printf(
                "SIGKILL: %d whole traces and %d that were under way, of %d events, are read%n",
                whole.size(), begun.size(), events);
        for (int i = 0; i < SHOWN; i++) {
            report(whole.get(i));
            report(begun.get(i));
        }
        if (whole.size() != FINISHED || begun.size() != UNDER_WAY || events < UNDER_WAY) {
            tally.breach("SIGKILL: traces are missing");
        }
    }

    private void report(Path trace) throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Process report =
                new ProcessBuilder("./glimprouter", "report", "" + trace, "--out", "" + page)
                        .redirectErrorStream(true)
                        .start();
        String words = new String(report.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (report.waitFor() == 0) {
            tally.count("SIGKILL: trace shown by report");
        } else {
            tally.breach("SIGKILL: report cannot show a trace: " + words);
        }
        Files.deleteIfExists(page);
    }

    private long booked() throws IOException {
        long sum = 0;
        for (String line : Files.readAllLines(spent())) {
            JsonNode json = JsonMapper.shared().readTree(line);
            sum += json.path("key").asString("").equals(OWNER) ? json.path("tokens").asLong() : 0;
        }
        return sum;
    }

    private void checkLedger(long told) throws IOException {
        System.out.printf("SIGKILL: %d tokens told of, %d booked%n", told, booked());
        if (told == 0 || booked() != told) {
            tally.breach("SIGKILL: the ledger lost something");
        }
    }

    /** What a kill in the middle of a write leaves. */
    private void tear() throws IOException {
        Files.writeString(spent(), "{\"at\":\"2026-", StandardOpenOption.APPEND);
        Path torn = Traces.files(traces()).getLast();
        Files.writeString(torn, "{\"event\":\"del", StandardOpenOption.APPEND);
        if (!Trace.read(torn).torn()) {
            tally.breach("SIGKILL: a torn trace is not told as one");
        }
    }

    /** The next start counts what was spent, and goes on. */
    private void checkNextStart(long told) throws IOException {
        String limit = ", limits: {%s: {budget: %d}}".formatted(OWNER, told + 1);
        try (GatewayProcess next = start(limit, "next.err")) {
            Caller.Reply one = finish(next.port(), 1);
            Caller.Reply two = finish(next.port(), 2);
            String code = two.told().error().orElse("nothing");
            if (one.told().error().isEmpty() && code.equals("insufficient_quota")) {
                tally.count("SIGKILL: the next start knows what was spent, and serves");
            } else {
                tally.breach(
                        "SIGKILL: next start: %s, then %s".formatted(one.told().error(), code));
            }
        }
        if (booked() <= told) {
            tally.breach("SIGKILL: the next start did not go on in the ledger");
        }
    }
}
