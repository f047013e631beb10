package dev.glimprouter.eval.statistics;

import java.util.List;

/**
 * One figure of one question, a value for each repeat.
 *
 * @param question id of the question
 * @param cluster what the question was drawn together with, such as a family of problems; the
 *     question's own id where it was drawn alone
 * @param values at least one finite number
 */
public record Repeats(String question, String cluster, List<Double> values) {

    /** Copies the values and checks them. */
    public Repeats {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("question " + question + " has no value");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "question %s has the value %s".formatted(question, value));
            }
        }
    }

    /** The values of a question that was drawn alone. */
    public Repeats(String question, List<Double> values) {
        this(question, question, values);
    }

    /** Mean of the values. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Variance of the values about their mean, times one less than their number. */
    double squares() {
        double mean = mean();
        return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    }
}
