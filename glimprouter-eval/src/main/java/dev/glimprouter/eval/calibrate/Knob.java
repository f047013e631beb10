package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.util.List;

/**
 * The one number of a strategy that is turned to have large write more or less.
 *
 * @param strategy name of the strategy or policy that it belongs to
 * @param parameter its own name there
 * @param range what it may be
 * @param large which scores go to large
 * @param told whether the trace tells the score of every step that was compared with it; without
 *     that a threshold is searched for by trying
 */
public record Knob(String strategy, String parameter, Range range, Side large, boolean told) {

    /**
     * What a number may be.
     *
     * @param least smallest value
     * @param most largest value, may be infinite
     * @param usual where to start
     */
    public record Range(double least, double most, double usual) {}

    /** Which scores send a step to large. */
    public enum Side {
        /** Those that are at least the threshold: the higher it is, the less large writes. */
        FROM_THRESHOLD,
        /** Those below it: the higher it is, the more large writes. */
        BELOW_THRESHOLD;

        /** Whether a score does. */
        boolean takes(double score, double threshold) {
            return this == FROM_THRESHOLD ? score >= threshold : score < threshold;
        }

        /** Orders thresholds by how much large writes: below 0 if the first has it write less. */
        int order(double a, double b) {
            return this == FROM_THRESHOLD ? Double.compare(b, a) : Double.compare(a, b);
        }
    }

    /**
     * The number that an expression leaves open.
     *
     * @throws RequestException if it leaves none open, or several
     */
    public static Knob of(StrategyExpression expression) {
        List<Knob> open =
                expression.uses().stream()
                        .flatMap(name -> Knobs.of(name).stream())
                        .filter(knob -> !expression.gives(knob.parameter()))
                        .toList();
        List<String> parameters = open.stream().map(Knob::parameter).distinct().toList();
        if (parameters.isEmpty()) {
            throw new RequestException(
                    "This strategy leaves no threshold open: leave out the one that is to be found, of %s."
                            .formatted(String.join(", ", Knobs.names())));
        }
        if (parameters.size() > 1) {
            throw new RequestException(
                    "This strategy leaves %s open: give all of them but the one that is to be found."
                            .formatted(String.join(" and ", parameters)));
        }
        return open.getFirst();
    }

    /**
     * Checks a value.
     *
     * @throws RequestException if it is out of range
     */
    public double require(double value) {
        if (!(value >= range.least() && value <= range.most())) {
            throw new RequestException(
                    "%s of %s goes from %s to %s: %s is not among that."
                            .formatted(parameter, strategy, range.least(), range.most(), value));
        }
        return value;
    }
}
