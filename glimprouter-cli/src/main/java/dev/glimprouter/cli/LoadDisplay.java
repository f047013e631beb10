package dev.glimprouter.cli;

import org.jspecify.annotations.Nullable;

import java.util.function.DoubleConsumer;

/** Shows how far a model is loaded, from the first report on. Safe for use by any thread. */
final class LoadDisplay implements DoubleConsumer, AutoCloseable {

    private final Meters meters;
    private final String task;
    private @Nullable Meter meter;
    private boolean closed;

    LoadDisplay(Meters meters, String model) {
        this.meters = meters;
        this.task = "Loading " + model;
    }

    @Override
    public synchronized void accept(double share) {
        if (closed) {
            return;
        }
        if (meter == null) {
            meter = meters.percent(task);
        }
        meter.at(Math.round(100 * share));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (meter != null) {
            meter.close();
            meter = null;
        }
    }
}
