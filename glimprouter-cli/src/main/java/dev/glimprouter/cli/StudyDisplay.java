package dev.glimprouter.cli;

import dev.glimprouter.eval.study.StudyEntry;
import dev.glimprouter.eval.study.StudyListener;
import dev.glimprouter.time.Time;

import java.nio.file.Path;
import java.util.Optional;

/** Shows how far a study has come: a line that changes on a screen, one a question elsewhere. */
final class StudyDisplay implements StudyListener, AutoCloseable {

    private static final double NANOS = 1e9;

    private final Printer err;
    private final Time time;
    private final Path file;
    private final Optional<StatusLine> status;
    private long startNanos;
    private int before;
    private int done;
    private int total;
    private boolean closed;

    StudyDisplay(World world, Path file) {
        this.err = world.err();
        this.time = world.time();
        this.file = file;
        this.startNanos = time.nanos();
        this.status =
                world.terminal().err()
                        ? Optional.of(new StatusLine(err, world.terminal().columns() - 1))
                        : Optional.empty();
    }

    @Override
    public synchronized void started(int already, int all) {
        startNanos = time.nanos();
        before = already;
        done = already;
        total = all;
        if (already > 0) {
            say("%d of %d are in %s already.".formatted(already, all, file));
        }
    }

    @Override
    public synchronized void finished(StudyEntry entry, int now, int all) {
        done = now;
        entry.failure()
                .ifPresent(
                        failure ->
                                say(
                                        "Question %s failed after %d attempts: %s"
                                                .formatted(
                                                        entry.problem(),
                                                        entry.attempts(),
                                                        failure.message())));
        if (closed) {
            return;
        }
        String line =
                "%d of %d, %s left; the last one has %d steps and %d forks"
                        .formatted(done, total, left(), entry.steps().size(), entry.forks().size());
        status.ifPresentOrElse(screen -> screen.show(line), () -> err.line(line));
    }

    private String left() {
        double each = (time.nanos() - startNanos) / NANOS / Math.max(1, done - before);
        return Figures.span(each * (total - done));
    }

    private void say(String text) {
        String line = Visible.line(text);
        status.ifPresentOrElse(screen -> screen.above(line), () -> err.line(line));
    }

    /** Says how to go on, once, where the study was stopped. */
    synchronized void stopped() {
        if (!closed) {
            close();
            err.line(
                    "Stopped after %d of %d. The same command goes on from %s."
                            .formatted(done, total, file));
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
