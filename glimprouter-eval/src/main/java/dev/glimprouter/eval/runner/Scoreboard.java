package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.Throughput;
import dev.glimprouter.event.Usage;
import dev.glimprouter.time.Time;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps count while an evaluation goes on, and tells the listener. Thread safe. */
final class Scoreboard {

    private final RunListener listener;
    private final Time time;
    private final int parallel;
    private final int total;
    private final int before;
    private final long startNanos;
    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private int asked;
    private long tokens;

    /** A board whose time begins now. */
    Scoreboard(RunListener listener, Time time, EvaluationPlan plan, List<Standing> standings) {
        this.listener = listener;
        this.time = time;
        this.parallel = plan.parallel();
        this.total = plan.entries();
        this.before = standings.stream().mapToInt(Scoreboard::entries).sum();
        this.startNanos = time.nanos();
        standings.forEach(standing -> this.standings.put(standing.system(), standing));
    }

    private static int entries(Standing standing) {
        return standing.graded() + standing.unscored() + standing.failed();
    }

    synchronized void start() {
        listener.started(progress());
    }

    synchronized void add(String system, RunEntry entry) {
        asked++;
        tokens +=
                entry.trace().summary().usage().values().stream()
                        .mapToLong(Usage::generatedTokens)
                        .sum();
        standings.computeIfPresent(
                system, (_, standing) -> standing.plus(entry.grade().map(Grade::mark)));
        listener.finished(system, entry, progress());
    }

    synchronized Throughput throughput() {
        return new Throughput(parallel, asked, tokens, time.nanos() - startNanos);
    }

    private RunProgress progress() {
        return new RunProgress(
                before + asked, total, throughput(), List.copyOf(standings.values()));
    }
}
