package dev.glimprouter.eval.statistics;

/**
 * Whether A is at most a margin worse than B, by the 95 % interval of the difference; a margin that
 * was chosen after seeing the results proves nothing.
 *
 * @param margin what would still count as no loss, above 0, in the unit of the figure
 * @param verdict what the interval says
 */
public record NonInferiority(double margin, Verdict verdict) {

    /** What an interval says about a margin. */
    public enum Verdict {
        /** The whole interval lies above minus the margin: no loss beyond it. */
        SHOWN,
        /** The whole interval lies below minus the margin: a loss beyond it. */
        REFUTED,
        /** Minus the margin lies within the interval: too few data to say. */
        OPEN
    }

    /** Checks the range. */
    public NonInferiority {
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a margin is above 0, not " + margin);
        }
    }

    /**
     * The verdict for A minus B, where more is better.
     *
     * @param interval of the difference; its lower end alone errs in 2.5 of 100 cases
     */
    public static NonInferiority of(Interval interval, double margin) {
        Verdict verdict =
                interval.lower() > -margin
                        ? Verdict.SHOWN
                        : interval.upper() < -margin ? Verdict.REFUTED : Verdict.OPEN;
        return new NonInferiority(margin, verdict);
    }
}
