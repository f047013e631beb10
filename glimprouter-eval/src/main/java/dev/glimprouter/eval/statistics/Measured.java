package dev.glimprouter.eval.statistics;

import java.util.List;
import java.util.Objects;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure, in its unit
 * @param interval of the figure; {@link Interval#UNKNOWN} where one question alone was asked
 */
public record Measured(double value, Interval interval) {

    /** Checks that it is a number. */
    public Measured {
        Objects.requireNonNull(interval, "interval");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a figure of " + value);
        }
    }

    /** A share of right answers. */
    public static Measured of(Proportion share) {
        return new Measured(share.value(), share.interval());
    }

    /** A mean. */
    public static Measured of(Mean mean) {
        return new Measured(mean.value(), mean.interval());
    }

    /**
     * How much of a whole a part is, over all questions together: the ratio of both sums, such as
     * the share of steps that large wrote. The interval is that of {@link Mean} on the linearised
     * ratio, cut at 0 and 1.
     *
     * @param parts of the same questions as the wholes, in the same order
     * @param wholes what the parts are of; not all of them 0
     */
    public static Measured ofShare(List<Repeats> parts, List<Repeats> wholes) {
        ClusterRatio ratio =
                ClusterRatio.of(
                        Pair.match(parts, wholes).stream()
                                .map(
                                        pair ->
                                                new ClusterRatio.Term(
                                                        pair.a().cluster(),
                                                        pair.a().mean(),
                                                        pair.b().mean()))
                                .toList());
        return new Measured(ratio.estimate().value(), ratio.studentsT().interval().within(0, 1));
    }
}
