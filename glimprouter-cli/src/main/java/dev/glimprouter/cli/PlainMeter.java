package dev.glimprouter.cli;

import dev.glimprouter.time.Time;

import java.util.Locale;

/**
 * A meter that prints a line at most every tenth of the way and every few seconds; of bytes with
 * their rate since its first report and the time left at that rate.
 */
final class PlainMeter implements Meter {

    private static final long LEAST_PAUSE_NANOS = 2_000_000_000L;

    private final Printer err;
    private final Time time;
    private final String task;
    private final long total;
    private final boolean bytes;
    private final long startNanos;
    private long startDone = -1;
    private long shownTenth;
    private long shownNanos;

    PlainMeter(Printer err, Time time, String task, long total, boolean bytes) {
        this.err = err;
        this.time = time;
        this.task = task;
        this.total = total;
        this.bytes = bytes;
        this.startNanos = time.nanos();
        this.shownNanos = startNanos;
    }

    @Override
    public synchronized void at(long done) {
        if (startDone < 0) {
            startDone = done;
        }
        long tenth = total <= 0 ? 0 : 10 * done / total;
        long now = time.nanos();
        if (tenth > shownTenth && now - shownNanos >= LEAST_PAUSE_NANOS) {
            shownTenth = tenth;
            shownNanos = now;
            String more = bytes ? pace(done, now - startNanos) : "";
            err.line("%s: %d %%%s".formatted(task, 100 * done / total, more));
        }
    }

    private String pace(long done, long nanos) {
        String all = " of " + Figures.bytes(total);
        double perSecond = (done - startDone) * 1e9 / nanos;
        return perSecond <= 0
                ? all
                : String.format(
                        Locale.ROOT,
                        "%s, %.1f MB/s, %.0f s left",
                        all,
                        perSecond / 1e6,
                        (total - done) / perSecond);
    }

    @Override
    public void close() {}
}
