package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where a strategy takes as long as {@code large}: beyond, it pays.
 *
 * @param decodeSpeed small's own tokens a second, everything else unchanged; empty where no speed
 *     is enough, or it does not decode
 * @param largeShare the greatest share of steps by large, among thresholds on H_init, at which it
 *     takes no longer than large; empty where there is none, or no run was glimpsed
 */
public record BreakEven(OptionalDouble decodeSpeed, OptionalDouble largeShare) {

    /**
     * Of a strategy.
     *
     * @param work what it does for the mean question
     * @param large what {@code large} does for the same questions
     * @param thresholds what a glimpse does for the mean question, at several thresholds
     */
    static BreakEven of(Work work, Work large, List<Work> thresholds, Speeds speeds) {
        double limit = speeds.of(large).total();
        return new BreakEven(
                decodeSpeed(work, limit, speeds),
                thresholds.stream()
                        .filter(one -> speeds.of(one).total() <= limit)
                        .map(Work::largeShare)
                        .max(Comparator.naturalOrder())
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble decodeSpeed(Work work, double limit, Speeds speeds) {
        double tokens = work.small().decodedTokens() + work.large().draftedTokens();
        Pace small = speeds.small();
        Speeds instant =
                speeds.with(
                        Writer.SMALL, new Pace(small.promptSeconds(), small.prefillSeconds(), 0));
        double left = limit - instant.of(work).total();
        return left > 0 && tokens > 0 ? OptionalDouble.of(tokens / left) : OptionalDouble.empty();
    }
}
