package dev.glimprouter.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A meter that is a bar on one line of a screen, drawn again and again until it is closed. */
final class BarMeter implements Meter {

    private static final int REFRESH_MILLIS = 200;

    private final ProgressBar bar;
    private final Line line;

    private BarMeter(ProgressBar bar, Line line) {
        this.bar = bar;
        this.line = line;
    }

    static Meter of(Printer err, Terminal terminal, ProgressBarBuilder builder) {
        Line line = new Line(new StatusLine(err, terminal.columns() - 1));
        return new BarMeter(
                builder.setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(REFRESH_MILLIS)
                        .setConsumer(line)
                        .build(),
                line);
    }

    @Override
    public void at(long done) {
        bar.stepTo(done);
    }

    /**
     * Takes the bar away, on an interrupted thread too: that would not wait for the bar's last
     * drawing, and forget its interrupt.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        bar.close();
        line.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The line. A bar that ends before it was drawn is drawn at its end and leaves its line open.
     */
    private record Line(StatusLine status) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return status.columns();
        }

        @Override
        public void accept(String text) {
            status.show(text);
        }

        @Override
        public void close() {
            status.close();
        }
    }
}
