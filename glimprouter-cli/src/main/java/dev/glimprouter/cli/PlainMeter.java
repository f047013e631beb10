package dev.glimprouter.cli;

import dev.glimprouter.time.Time;

/** A meter that prints a line at most every tenth of the way and every few seconds. */
final class PlainMeter implements Meter {

    private static final long LEAST_PAUSE_NANOS = 2_000_000_000L;

    private final Printer err;
    private final Time time;
    private final String task;
    private final long total;
    private final String suffix;
    private long shownTenth;
    private long shownNanos;

    PlainMeter(Printer err, Time time, String task, long total, String suffix) {
        this.err = err;
        this.time = time;
        this.task = task;
        this.total = total;
        this.suffix = suffix;
        this.shownNanos = time.nanos();
    }

    @Override
    public synchronized void at(long done) {
        long tenth = total <= 0 ? 0 : 10 * done / total;
        long now = time.nanos();
        if (tenth > shownTenth && now - shownNanos >= LEAST_PAUSE_NANOS) {
            shownTenth = tenth;
            shownNanos = now;
            err.line("%s: %d %%%s".formatted(task, 100 * done / total, suffix));
        }
    }

    @Override
    public void close() {}
}
