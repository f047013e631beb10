package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.eval.statistics.Power;
import dev.glimprouter.eval.statistics.VarianceComponents;

/**
 * What a comparison of this size can show, by the scatter that was seen.
 *
 * @param detectable the smallest difference of accuracy, 0 to 1, that a two-sided test at 5 % shows
 *     with a chance of 80 %
 * @param wanted a difference that one would like to see
 * @param questions about how many questions with as many repeats it takes for that
 */
public record Outlook(double detectable, double wanted, int questions) {

    /** Five points. */
    static final double WANTED = 0.05;

    static Outlook of(PairedDifference difference) {
        double detectable = difference.detectable();
        double error = difference.adjustedError();
        double scatter = error * error * difference.questions();
        int questions =
                Double.isFinite(scatter)
                        ? Power.questionsFor(new VarianceComponents(scatter, 0, 0), WANTED, 1)
                        : Integer.MAX_VALUE;
        return new Outlook(detectable, WANTED, questions);
    }
}
