package dev.glimprouter.cli;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Shows how far models that load at the same time are, from the first report on: one meter for all.
 * Safe for use by any thread.
 */
final class LoadDisplay implements AutoCloseable {

    private final Meters meters;
    private final String task;
    private final double[] shares;
    private @Nullable Meter meter;
    private boolean closed;

    LoadDisplay(Meters meters, List<String> models) {
        this.meters = meters;
        this.task = "Loading " + String.join(" and ", models);
        this.shares = new double[models.size()];
    }

    /** Hears the share loaded of the model at that place of the list. */
    DoubleConsumer part(int index) {
        return share -> show(index, share);
    }

    private synchronized void show(int index, double share) {
        if (closed) {
            return;
        }
        if (meter == null) {
            meter = meters.percent(task);
        }
        shares[index] = share;
        double sum = 0;
        for (double each : shares) {
            sum += each;
        }
        meter.at(Math.round(100 * sum / shares.length));
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
