package dev.glimprouter.benchmarks.coverage;

import dev.glimprouter.eval.statistics.Interval;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * An interval, and a population that one knows the truth of.
 *
 * @param what the figure, the method and the sample
 * @param promise what is expected of it
 * @param truth of the population
 * @param interval of a sample that is drawn
 */
record Scenario(
        String what, Promise promise, double truth, Function<SplittableRandom, Interval> interval) {

    static final double LEAST = 0.93;
    static final double MOST = 0.97;

    /** What is expected of an interval. */
    enum Promise {
        /** To hold the truth in 93 to 97 of 100 samples. */
        KEPT,
        /** To be too sure of itself, because it takes for independent what is not. */
        BROKEN,
        /** Nothing: few questions, or figures at the edge of their range; shown for honesty. */
        EDGE
    }

    /** Share of samples whose interval holds the truth. */
    double coverage(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        for (int i = 0; i < samples; i++) {
            if (interval.apply(random).contains(truth)) {
                held++;
            }
        }
        return (double) held / samples;
    }

    /** Whether that is as expected, within an error of the simulation. */
    boolean isMet(double coverage, double error) {
        return switch (promise) {
            case KEPT -> coverage >= LEAST - error && coverage <= MOST + error;
            case BROKEN -> coverage < LEAST;
            case EDGE -> true;
        };
    }
}
