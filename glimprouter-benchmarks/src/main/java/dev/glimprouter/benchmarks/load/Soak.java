package dev.glimprouter.benchmarks.load;

import dev.glimprouter.benchmarks.Java;
import dev.glimprouter.benchmarks.Program;
import dev.glimprouter.strategy.LargeDown;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All kinds of clients and all kinds of mishaps for minutes, with quiet moments between them:
 * whether every client gets its whole reply or is told why not, and whether anything is left behind
 * in the gateway.
 *
 * <pre>tools/check-soak [SECONDS [SEED]]</pre>
 */
public final class Soak {

    private static final int CUSTOMERS = 40;
    private static final int SPELL_SECONDS = 60;
    private static final int LEAST_SPELLS = 3;
    private static final double MORE_MIB = 2;

    /** In its first minutes a gateway still fills its pools and caches. */
    private static final double MORE_AT_FIRST_MIB = 4;

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int PATIENCE_MILLIS = 60_000;

    private final GatewayProcess gateway;
    private final Program servers;
    private final SoakFile file;
    private final SplittableRandom random;
    private final Tally tally = new Tally();

    private Soak(GatewayProcess gateway, Program servers, SoakFile file, long seed) {
        this.gateway = gateway;
        this.servers = servers;
        this.file = file;
        this.random = new SplittableRandom(seed);
    }

    /** Runs: a folder to write in, seconds, seed, options for the gateway's Java. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        System.out.printf("%d s, seed %d%n", seconds, seed);
        try (Program servers =
                Program.start(Java.command(List.of("-Xmx1g"), FaultyServers.class, "" + seed))) {
            SoakFile file = new SoakFile(folder, List.of(servers.answer().split(" ", -1)));
            file.write(LargeDown.FAIL);
            Path errors = folder.resolve("gateway.err");
            try (GatewayProcess gateway = GatewayProcess.start(file.path(), arguments[3], errors)) {
                boolean passed = new Soak(gateway, servers, file, seed).run(seconds);
                System.out.println(passed ? "PASSED" : "FAILED: seed " + seed);
                if (!passed) {
                    System.out.println(gateway.lastWords());
                    System.exit(1);
                }
            }
        }
    }

    private boolean run(int seconds) throws Exception {
        recover();
        Quiet quiet = new Quiet(gateway, tally);
        int spells = Math.max(LEAST_SPELLS, seconds / SPELL_SECONDS);
        for (int i = 1; i <= spells; i++) {
            spell(Duration.ofSeconds(seconds).dividedBy(spells));
            quiet.look("spell %d of %d".formatted(i, spells));
            Traces.clear(file.traces(), tally);
            if (i < spells) {
                // Models are opened anew for it, and the old ones closed once nobody uses them.
                file.write(i % 2 == 0 ? LargeDown.FAIL : LargeDown.WAIT);
            }
        }
        recover();
        quiet.judge(spells > LEAST_SPELLS ? MORE_MIB : MORE_AT_FIRST_MIB);
        System.out.println("mishaps: " + mishaps());
        tally.print();
        return tally.breaches().isEmpty();
    }

    private void spell(Duration length) throws IOException, InterruptedException {
        servers.ask("storm");
        AtomicBoolean open = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                threads.execute(new Customer(gateway.port(), random.nextLong(), tally, open::get));
            }
            Thread.sleep(length);
            open.set(false);
        }
        servers.ask("calm");
    }

    private String mishaps() throws IOException {
        String told = servers.ask("tell");
        if (!told.contains("SCRIPTS_THAT_FAILED=0")) {
            tally.breach("a script failed: " + told);
        }
        return told;
    }

    /** Asks until every replica is well: nobody tries a dead one but a request. */
    private void recover() throws IOException, InterruptedException {
        String key = Keys.of(Keys.OWNERS.getFirst());
        boolean well =
                Await.that(
                        RECOVERY,
                        () -> {
                            ask(key);
                            return MetricsPage.read(gateway.port(), key)
                                            .sum("glimprouter_replica_state")
                                    == 0;
                        });
        if (!well) {
            tally.breach("replicas did not come back within " + RECOVERY);
        }
    }

    private void ask(String key) throws IOException {
        Ask ask = Ask.streamed(new Tale(random.nextInt(1000), 3, 4, 0));
        try (Wire wire = Wire.to(gateway.port(), PATIENCE_MILLIS)) {
            wire.post(ask.path(), key, ask.json());
            Caller.Reply reply = Caller.read(wire);
            Verdict.objection(ask, Habit.PATIENT, reply).ifPresent(tally::breach);
        }
    }
}
