package dev.glimprouter.cli;

import dev.glimprouter.time.Time;

import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Makes meters: a bar with rate and time left on a terminal, now and then a plain line elsewhere.
 *
 * @param err where they are shown
 * @param terminal what is known about the screen
 * @param time the clock
 */
record Meters(Printer err, Terminal terminal, Time time) {

    private static final long MEGABYTE = 1_000_000;

    /** A meter of bytes. */
    Meter bytes(String task, long totalBytes) {
        return terminal.err()
                ? BarMeter.of(
                        err,
                        terminal,
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
                ? BarMeter.of(
                        err,
                        terminal,
                        new ProgressBarBuilder().setTaskName(task).setInitialMax(100))
                : new PlainMeter(err, time, task, 100, false);
    }
}
