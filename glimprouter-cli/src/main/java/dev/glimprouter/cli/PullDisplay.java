package dev.glimprouter.cli;

import dev.glimprouter.models.PullEvent;
import dev.glimprouter.models.PullListener;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Shows how a model comes: one meter at a time, a line for all else. */
final class PullDisplay implements PullListener, AutoCloseable {

    private final Printer err;
    private final Meters meters;
    private String task = "";
    private @Nullable Meter meter;

    PullDisplay(Printer err, Meters meters) {
        this.err = err;
        this.meters = meters;
    }

    @Override
    public void on(PullEvent event) {
        switch (event) {
            case PullEvent.Waiting waiting ->
                    say("Another download is running; waiting for %s.".formatted(waiting.lock()));
            case PullEvent.Downloading loading ->
                    show(
                            "Downloading %s from %s".formatted(loading.model(), loading.source()),
                            loading.doneBytes(),
                            loading.totalBytes().orElse(-1));
            case PullEvent.Joining joining ->
                    show(
                            "Joining %s".formatted(joining.model()),
                            joining.doneBytes(),
                            joining.totalBytes());
            case PullEvent.Verifying verifying ->
                    show(
                            "Checking %s".formatted(verifying.model()),
                            verifying.doneBytes(),
                            verifying.totalBytes());
            case PullEvent.SourceFailed failed ->
                    say(
                            "%s: not from %s (%s)."
                                    .formatted(failed.model(), failed.source(), failed.reason()));
            case PullEvent.Ready ready ->
                    say("%s is at %s.".formatted(ready.model(), ready.file()));
        }
    }

    private void show(String newTask, long done, long total) {
        if (!newTask.equals(task)) {
            close();
            if (!meters.terminal().err()) {
                err.line(newTask + ".");
            }
            meter = meters.bytes(newTask, total);
            task = newTask;
        }
        Objects.requireNonNull(meter, "meter").at(done);
    }

    private void say(String line) {
        close();
        err.line(Visible.line(line));
    }

    /** Takes the meter away. */
    @Override
    public void close() {
        if (meter != null) {
            meter.close();
            meter = null;
        }
        task = "";
    }
}
