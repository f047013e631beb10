package dev.glimprouter.cli;

import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.runner.RunListener;
import dev.glimprouter.eval.runner.RunProgress;
import dev.glimprouter.eval.runner.Standing;
import dev.glimprouter.time.Time;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows how far an evaluation has come: a line that changes on a screen, now and then a line
 * elsewhere; and each question that failed.
 */
final class EvalDisplay implements RunListener, AutoCloseable {

    private static final long PAUSE_NANOS = 30_000_000_000L;

    private final Time time;
    private final WorkLines lines;
    private Optional<RunProgress> last = Optional.empty();
    private long shownNanos;

    EvalDisplay(World world, Path folder) {
        this.time = world.time();
        this.lines = new WorkLines(world, folder);
    }

    @Override
    public synchronized void moved(List<String> changes) {
        lines.moved(changes);
    }

    @Override
    public synchronized void started(RunProgress progress) {
        last = Optional.of(progress);
        shownNanos = time.nanos();
        lines.already(progress.done(), progress.total());
    }

    @Override
    public synchronized void finished(String system, RunEntry entry, RunProgress progress) {
        last = Optional.of(progress);
        entry.failure()
                .ifPresent(
                        failure ->
                                lines.say(
                                        "%s: %s failed after %d attempts: %s"
                                                .formatted(
                                                        system,
                                                        entry.key(),
                                                        entry.attempts(),
                                                        failure.message())));
        if (!lines.closed() && isDue()) {
            shownNanos = time.nanos();
            lines.show(line(progress));
        }
    }

    private boolean isDue() {
        return lines.onScreen() || time.nanos() - shownNanos >= PAUSE_NANOS;
    }

    private static String line(RunProgress progress) {
        String left =
                progress.secondsLeft().isPresent()
                        ? ", %s left".formatted(Figures.span(progress.secondsLeft().getAsDouble()))
                        : "";
        return "%d of %d, %s a minute%s; %s"
                .formatted(
                        progress.done(),
                        progress.total(),
                        String.format(Locale.ROOT, "%.1f", progress.now().questionsPerMinute()),
                        left,
                        progress.standings().stream()
                                .map(EvalDisplay::standing)
                                .collect(Collectors.joining(", ")));
    }

    private static String standing(Standing of) {
        return of.system()
                + " "
                + (of.accuracy().isPresent() ? Figures.percent(of.accuracy().getAsDouble()) : "-");
    }

    /** Says how to go on, once, where the evaluation was stopped. */
    synchronized void stopped() {
        lines.stopped(
                last.map(RunProgress::done).orElse(0), last.map(RunProgress::total).orElse(0));
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        lines.close();
    }
}
