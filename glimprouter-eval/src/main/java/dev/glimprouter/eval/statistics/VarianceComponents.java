package dev.glimprouter.eval.statistics;

import java.util.List;
import java.util.Optional;

/**
 * Where the scatter of a paired difference comes from: questions that differ, and repeats that
 * differ.
 *
 * @param ofDifference variance over questions of the true difference
 * @param withinA mean variance of A's single runs of a question
 * @param withinB mean variance of B's
 */
public record VarianceComponents(double ofDifference, double withinA, double withinB) {

    /** For planning right and wrong answers before there are any (Miller, arXiv 2411.00640). */
    public static final VarianceComponents ASSUMED =
            new VarianceComponents(1.0 / 9, 1.0 / 6, 1.0 / 6);

    /** Checks ranges. */
    public VarianceComponents {
        if (!(ofDifference >= 0 && withinA >= 0 && withinB >= 0)) {
            throw new IllegalArgumentException("a variance is not negative");
        }
    }

    /**
     * As seen in two samples with the same questions; empty unless some question has two runs by A
     * and some has two by B, and there are two questions.
     */
    public static Optional<VarianceComponents> of(List<Repeats> a, List<Repeats> b) {
        List<Pair> pairs = Pair.match(a, b);
        Optional<Double> withinA = within(a);
        Optional<Double> withinB = within(b);
        if (withinA.isEmpty() || withinB.isEmpty() || pairs.size() < 2) {
            return Optional.empty();
        }
        double[] differences = pairs.stream().mapToDouble(Pair::difference).toArray();
        double error = Mean.of(differences).standardError();
        double all = error * error * pairs.size();
        double byRepeats = withinA.get() * perRun(a) + withinB.get() * perRun(b);
        return Optional.of(
                new VarianceComponents(Math.max(0, all - byRepeats), withinA.get(), withinB.get()));
    }

    private static Optional<Double> within(List<Repeats> sample) {
        int degrees = sample.stream().mapToInt(q -> q.values().size() - 1).sum();
        double squares = sample.stream().mapToDouble(Repeats::squares).sum();
        return degrees > 0 ? Optional.of(squares / degrees) : Optional.empty();
    }

    private static double perRun(List<Repeats> sample) {
        return sample.stream().mapToDouble(q -> 1.0 / q.values().size()).average().orElseThrow();
    }

    /** Standard error of the mean difference over so many questions, each repeated so often. */
    public double standardError(int questions, int repeats) {
        return Math.sqrt((ofDifference + (withinA + withinB) / repeats) / questions);
    }
}
