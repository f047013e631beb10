package dev.glimprouter.cli;

import dev.glimprouter.time.Time;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Makes meters: a bar with rate and time left on a terminal, now and then a plain line elsewhere.
 *
 * @param err where they are shown
 * @param terminal what is known about the screen
 * @param time the clock
 */
record Meters(Printer err, Terminal terminal, Time time) {

    private static final int REFRESH_MILLIS = 200;
    private static final long MEGABYTE = 1_000_000;

    /** A meter of bytes. */
    Meter bytes(String task, long totalBytes) {
        return terminal.err()
                ? bar(
                        new ProgressBarBuilder()
                                .setUnit(" MB", MEGABYTE)
                                .showSpeed()
                                .setTaskName(task)
                                .setInitialMax(totalBytes))
                : new PlainMeter(err, time, task, totalBytes, true);
    }

    /** A meter of a share, with a total of 100. */
    Meter percent(String task) {
        return terminal.err()
                ? bar(new ProgressBarBuilder().setTaskName(task).setInitialMax(100))
                : new PlainMeter(err, time, task, 100, false);
    }

    private Meter bar(ProgressBarBuilder builder) {
        ProgressBar bar =
                builder.setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(REFRESH_MILLIS)
                        .setConsumer(new Line(err, terminal.columns() - 1))
                        .build();
        return new Meter() {
            @Override
            public void at(long done) {
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /** The line that a bar is drawn on, again and again. */
    private record Line(Printer err, int columns) implements ProgressBarConsumer {

        private static final String ERASE = "\r\u001b[K";

        @Override
        public int getMaxRenderedLength() {
            return columns;
        }

        @Override
        public void accept(String text) {
            err.print(ERASE + text.substring(0, Math.min(columns, text.length())));
        }

        @Override
        public void close() {
            err.print(ERASE);
        }
    }
}
