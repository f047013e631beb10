package dev.glimprouter.eval.study;

import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.RankCorrelation;

import java.util.List;
import java.util.Optional;

/**
 * How a signal goes with H_init over steps.
 *
 * @param with the other signal
 * @param expected what the paper's motivation expects: -1 for agreement and judge, which should
 *     fall as H_init grows, 1 for the other signals of uncertainty
 * @param ranks Spearman's correlation, its interval over whole questions
 */
public record Relation(Signal with, int expected, RankCorrelation ranks) {

    /**
     * Of five coins all fall on the same side in more than 5 % of all cases; of six they do not.
     */
    private static final int FEWEST_QUESTIONS = 6;

    /** What was found, as far as the interval says. */
    public enum Finding {
        /** The interval lies on the expected side of 0. */
        AS_EXPECTED,
        /** The interval lies on the other side. */
        OPPOSITE,
        /** The interval holds 0, is not known, or rests on fewer than six questions. */
        NONE
    }

    /** Of the steps that have both; empty for fewer than 3. */
    static Optional<Relation> of(Signal with, List<PlacedStep> steps, Bootstrap bootstrap) {
        List<RankCorrelation.Point> points =
                steps.stream()
                        .filter(one -> one.step().hInit().isPresent())
                        .filter(one -> with.of(one.step()).isPresent())
                        .map(
                                one ->
                                        new RankCorrelation.Point(
                                                one.question(),
                                                one.step().hInit().orElseThrow(),
                                                with.of(one.step()).orElseThrow()))
                        .toList();
        return points.size() < 3
                ? Optional.empty()
                : Optional.of(
                        new Relation(with, expected(with), RankCorrelation.of(points, bootstrap)));
    }

    private static int expected(Signal with) {
        return switch (with) {
            case H_INIT, H_STEP, PPL_STEP -> 1;
            case JUDGE, BLEU, SIMILARITY -> -1;
        };
    }

    /** What the interval says. */
    public Finding finding() {
        if (ranks.clusters() < FEWEST_QUESTIONS
                || !ranks.interval().known()
                || ranks.interval().contains(0)) {
            return Finding.NONE;
        }
        return Math.signum(ranks.interval().lower()) == expected
                ? Finding.AS_EXPECTED
                : Finding.OPPOSITE;
    }
}
