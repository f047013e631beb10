package dev.glimprouter.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at a gateway that nobody asks anything at the moment. */
final class Quiet {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Idle connections to servers are kept for 30 seconds. */
    private static final Duration IDLE = Duration.ofSeconds(45);

    /** What a process that was used has more than one that was not: compilers, attached tools. */
    private static final int MORE_THREADS = 8;

    private static final int MORE_FILES = 8;
    private static final int MORE_VIRTUAL_THREADS = 8;

    private final GatewayProcess gateway;
    private final Tally tally;
    private final ProcessFacts idle;
    private final Insides fresh;
    private final List<Insides> seen = new ArrayList<>();

    Quiet(GatewayProcess gateway, Tally tally) throws IOException {
        this.gateway = gateway;
        this.tally = tally;
        this.fresh = Insides.of(gateway.pid());
        this.idle = gateway.facts();
        System.out.printf(
                Locale.ROOT, "idle: %.1f MiB live, %s%n", fresh.mebibytes(), idle.words());
    }

    /** Waits until nobody is there, and counts what lives then. */
    void look(String when) throws IOException, InterruptedException {
        if (!Await.that(SOON, () -> metrics().running() == 0 && metrics().waiting() == 0)) {
            tally.breach(
                    "%s: %d requests run and %d wait, of nobody"
                            .formatted(when, metrics().running(), metrics().waiting()));
        }
        Insides now = Insides.of(gateway.pid());
        seen.add(now);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f MiB live, %d virtual threads, %s%n",
                when,
                now.mebibytes(),
                now.virtualThreads(),
                gateway.facts().words());
    }

    private MetricsPage metrics() throws IOException {
        return MetricsPage.read(gateway.port(), Keys.of(Keys.OWNERS.getFirst()));
    }

    /** Waits until what was opened is closed, and judges all that was seen. */
    void judge(double moreMib) throws IOException, InterruptedException {
        boolean closed =
                Await.that(IDLE, () -> gateway.facts().files() <= idle.files() + MORE_FILES);
        Insides last = Insides.of(gateway.pid());
        ProcessFacts facts = gateway.facts();
        check(closed, "%d descriptors, %d before".formatted(facts.files(), idle.files()));
        check(
                facts.threads() <= idle.threads() + MORE_THREADS,
                "%d threads, %d before".formatted(facts.threads(), idle.threads()));
        check(
                last.virtualThreads() <= fresh.virtualThreads() + MORE_VIRTUAL_THREADS,
                "%d virtual threads, %d before"
                        .formatted(last.virtualThreads(), fresh.virtualThreads()));
        double early = median(seen.subList(0, third()));
        double late = median(seen.subList(seen.size() - third(), seen.size()));
        check(
                late <= early + moreMib,
                String.format(
                        Locale.ROOT,
                        "%.1f MiB live late, %.1f MiB early, at most %.0f more are allowed",
                        late,
                        early,
                        moreMib));
    }

    private int third() {
        return Math.max(1, seen.size() / 3);
    }

    private static double median(List<Insides> some) {
        return some.stream()
                .mapToDouble(Insides::mebibytes)
                .sorted()
                .skip(some.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void check(boolean holds, String what) {
        System.out.println((holds ? "ok    " : "WRONG ") + what);
        if (!holds) {
            tally.breach(what);
        }
    }
}
