package dev.glimprouter.eval.statistics;

/**
 * What a study can find: the smallest difference that a two-sided test at 5 % shows with a chance
 * of 80 %.
 *
 * @param questions how many
 * @param repeats of each, by both systems
 * @param detectable the smallest difference, in the unit of the figure
 */
public record Power(int questions, int repeats, double detectable) {

    private static final double CHANCE = 0.8;
    private static final int MOST_QUESTIONS = 100_000_000;

    /** Of a study that is planned. */
    public static Power of(VarianceComponents scatter, int questions, int repeats) {
        double error = scatter.standardError(questions, repeats);
        return new Power(questions, repeats, detectable(error, questions));
    }

    /** Infinite for fewer than two clusters. */
    static double detectable(double standardError, int clusters) {
        if (clusters < 2) {
            return Double.POSITIVE_INFINITY;
        }
        return (StudentT.reach(clusters - 1) + StudentT.quantile(clusters - 1, CHANCE))
                * standardError;
    }

    /**
     * How many questions it takes to detect a difference with so many repeats of each; at least 2
     * and at most 100 million.
     */
    public static int questionsFor(VarianceComponents scatter, double difference, int repeats) {
        int low = 2;
        int high = MOST_QUESTIONS;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (of(scatter, middle, repeats).detectable <= difference) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
