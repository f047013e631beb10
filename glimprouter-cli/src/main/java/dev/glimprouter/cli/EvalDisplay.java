package dev.glimprouter.cli;

import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.runner.RunListener;
import dev.glimprouter.eval.runner.RunProgress;
import dev.glimprouter.eval.runner.Standing;
import dev.glimprouter.time.Time;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows how far an evaluation has come: a line that changes on a screen, now and then a line
 * elsewhere; and each question that failed.
 */
final class EvalDisplay implements RunListener, AutoCloseable {

    private static final long PAUSE_NANOS = 30_000_000_000L;

    private final Printer err;
    private final Time time;
    private final Path folder;
    private final Optional<StatusLine> status;
    private Optional<RunProgress> last = Optional.empty();
    private long shownNanos;
    private boolean closed;

    EvalDisplay(World world, Path folder) {
        this.err = world.err();
        this.time = world.time();
        this.folder = folder;
        this.status =
                world.terminal().err()
                        ? Optional.of(new StatusLine(err, world.terminal().columns() - 1))
                        : Optional.empty();
    }

    @Override
    public synchronized void started(RunProgress progress) {
        last = Optional.of(progress);
        shownNanos = time.nanos();
        if (progress.done() > 0) {
            say("%d of %d are in %s already.".formatted(progress.done(), progress.total(), folder));
        }
    }

    @Override
    public synchronized void finished(String system, RunEntry entry, RunProgress progress) {
        last = Optional.of(progress);
        entry.failure()
                .ifPresent(
                        failure ->
                                say(
                                        "%s: %s failed after %d attempts: %s"
                                                .formatted(
                                                        system,
                                                        entry.key(),
                                                        entry.attempts(),
                                                        failure.message())));
        if (closed) {
            return;
        }
        if (status.isPresent()) {
            status.get().show(line(progress));
        } else if (time.nanos() - shownNanos >= PAUSE_NANOS) {
            shownNanos = time.nanos();
            err.line(line(progress));
        }
    }

    private void say(String text) {
        String line = Visible.line(text);
        status.ifPresentOrElse(screen -> screen.above(line), () -> err.line(line));
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
        if (!closed) {
            close();
            err.line(
                    "Stopped after %d of %d. The same command goes on from %s."
                            .formatted(
                                    last.map(RunProgress::done).orElse(0),
                                    last.map(RunProgress::total).orElse(0),
                                    folder));
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            status.ifPresent(StatusLine::close);
        }
    }
}
