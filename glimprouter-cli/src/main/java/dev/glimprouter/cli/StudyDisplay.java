package dev.glimprouter.cli;

import dev.glimprouter.eval.study.StudyEntry;
import dev.glimprouter.eval.study.StudyListener;
import dev.glimprouter.time.Time;

import java.nio.file.Path;
import java.util.List;

/** Shows how far a study has come: a line that changes on a screen, one a question elsewhere. */
final class StudyDisplay implements StudyListener, AutoCloseable {

    private static final double NANOS = 1e9;

    private final Time time;
    private final WorkLines lines;
    private long startNanos;
    private int before;
    private int done;
    private int total;

    StudyDisplay(World world, Path file) {
        this.time = world.time();
        this.lines = new WorkLines(world, file);
        this.startNanos = time.nanos();
    }

    @Override
    public synchronized void moved(List<String> changes) {
        lines.moved(changes);
    }

    @Override
    public synchronized void started(int already, int all) {
        startNanos = time.nanos();
        before = already;
        done = already;
        total = all;
        lines.already(already, all);
    }

    @Override
    public synchronized void finished(StudyEntry entry, int now, int all) {
        done = now;
        entry.failure()
                .ifPresent(
                        failure ->
                                lines.say(
                                        "Question %s failed after %d attempts: %s"
                                                .formatted(
                                                        entry.problem(),
                                                        entry.attempts(),
                                                        failure.message())));
        if (!lines.closed()) {
            lines.show(
                    "%d of %d, %s left; the last one has %d steps and %d forks"
                            .formatted(
                                    done,
                                    total,
                                    left(),
                                    entry.steps().size(),
                                    entry.forks().size()));
        }
    }

    private String left() {
        double each = (time.nanos() - startNanos) / NANOS / Math.max(1, done - before);
        return Figures.span(each * (total - done));
    }

    /** Says how to go on, once, where the study was stopped. */
    synchronized void stopped() {
        lines.stopped(done, total);
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        lines.close();
    }
}
