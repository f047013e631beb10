package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.run.Throughput;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far an evaluation has come.
 *
 * @param done entries in the files
 * @param total entries of the complete files
 * @param now what this call did of them
 * @param standings how the strategies are doing, in their order
 */
public record RunProgress(int done, int total, Throughput now, List<Standing> standings) {

    private static final double MINUTE_SECONDS = 60;

    /** Copies the list. */
    public RunProgress {
        standings = List.copyOf(standings);
    }

    /** Seconds until the end at the rate so far; empty before anything was asked. */
    public OptionalDouble secondsLeft() {
        double perSecond = now.questionsPerMinute() / MINUTE_SECONDS;
        return perSecond <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((total - done) / perSecond);
    }
}
