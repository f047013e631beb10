package dev.glimprouter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What long work says while it goes on: a line that changes on a screen, and lines above it. Not
 * thread safe.
 */
final class WorkLines implements AutoCloseable {

    private final Printer err;
    private final Path place;
    private final Optional<StatusLine> status;
    private boolean closed;

    /**
     * Lines about work.
     *
     * @param place where its results are
     */
    WorkLines(World world, Path place) {
        this.err = world.err();
        this.place = place;
        this.status =
                world.terminal().err()
                        ? Optional.of(new StatusLine(err, world.terminal().columns() - 1))
                        : Optional.empty();
    }

    /** Whether there is a line that changes. */
    boolean onScreen() {
        return status.isPresent();
    }

    boolean closed() {
        return closed;
    }

    /** Says what was done before, if anything. */
    void already(int done, int total) {
        if (done > 0) {
            say("%d of %d are in %s already.".formatted(done, total, place));
        }
    }

    /** Says that it was begun elsewhere. */
    void moved(List<String> changes) {
        say(
                "Begun on another machine or Java: %s. Seconds will be of both."
                        .formatted(String.join("; ", changes)));
    }

    /** Says something that stays. */
    void say(String text) {
        String line = Visible.line(text);
        status.ifPresentOrElse(screen -> screen.above(line), () -> err.line(line));
    }

    /** How far it has come. */
    void show(String line) {
        status.ifPresentOrElse(screen -> screen.show(line), () -> err.line(line));
    }

    /** Says how to go on, once, where the work was stopped. */
    void stopped(int done, int total) {
        if (!closed) {
            close();
            err.line(
                    "Stopped after %d of %d. The same command goes on from %s."
                            .formatted(done, total, place));
        }
    }

    /** Takes the line that changes away. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            status.ifPresent(StatusLine::close);
        }
    }
}
