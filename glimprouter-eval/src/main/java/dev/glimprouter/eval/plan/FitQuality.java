package dev.glimprouter.eval.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well speeds foretell questions that they were not fitted on, from what was done for them: the
 * questions are parted into folds, and each is foretold by the others.
 *
 * @param total foretold seconds of all questions over measured ones, less 1
 * @param each mean distance of a question's foretold seconds from its measured ones, as a share of
 *     the mean question
 * @param questions how many questions and repeats
 * @param folds how many folds
 */
public record FitQuality(double total, double each, int questions, int folds) {

    private static final int MOST_FOLDS = 5;

    /** By timed questions; empty where these are fewer than two, or too few in some fold. */
    static Optional<FitQuality> of(List<Recorded> timed) {
        List<String> texts = timed.stream().map(Recorded::hash).distinct().sorted().toList();
        int folds = Math.min(MOST_FOLDS, texts.size());
        if (folds < 2) {
            return Optional.empty();
        }
        double foretold = 0;
        double distance = 0;
        double measured = 0;
        for (int fold = 0; fold < folds; fold++) {
            List<Recorded> out = new ArrayList<>();
            List<Recorded> in = new ArrayList<>();
            for (Recorded one : timed) {
                (texts.indexOf(one.hash()) % folds == fold ? out : in).add(one);
            }
            Speeds speeds = SpeedFit.of(in);
            for (Recorded one : out) {
                double seconds = speeds.of(one.work()).total();
                foretold += seconds;
                measured += one.seconds().orElseThrow();
                distance += Math.abs(seconds - one.seconds().orElseThrow());
            }
        }
        return Double.isFinite(foretold)
                ? Optional.of(
                        new FitQuality(
                                foretold / measured - 1, distance / measured, timed.size(), folds))
                : Optional.empty();
    }
}
