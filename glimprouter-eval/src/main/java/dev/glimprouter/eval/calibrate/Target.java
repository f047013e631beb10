package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.statistics.Measured;

import java.util.Optional;

/** What a threshold is wanted for. */
public sealed interface Target {

    /** A figure that is to be hit. */
    sealed interface Level extends Target {

        /** What is wanted, in the figure's unit. */
        double wanted();

        /** How far a figure may be from it. */
        double tolerance();

        /** The figure of a run; empty where the run has none. */
        Optional<Measured> of(RunFigures figures);
    }

    /**
     * A share of the steps that large writes.
     *
     * @param wanted the share, 0 to 1
     * @param tolerance share of steps
     */
    record Steps(double wanted, double tolerance) implements Level {
        /** Checks the range. */
        public Steps {
            requireShare("a share of steps", wanted);
            requireTolerance(tolerance);
        }

        @Override
        public Optional<Measured> of(RunFigures figures) {
            return figures.stepsByLarge();
        }
    }

    /**
     * A share of the generated tokens that large generates, its answers included.
     *
     * @param wanted the share, 0 to 1
     * @param tolerance share of tokens
     */
    record Tokens(double wanted, double tolerance) implements Level {
        /** Checks the range. */
        public Tokens {
            requireShare("a share of tokens", wanted);
            requireTolerance(tolerance);
        }

        @Override
        public Optional<Measured> of(RunFigures figures) {
            return figures.tokensByLarge();
        }
    }

    /**
     * Mean seconds of a question.
     *
     * @param wanted seconds
     * @param tolerance seconds
     */
    record Seconds(double wanted, double tolerance) implements Level {
        /** Checks the range. */
        public Seconds {
            if (!(wanted > 0 && wanted < Double.POSITIVE_INFINITY)) {
                throw new RequestException(
                        "Seconds of a question are above 0, not %s.".formatted(wanted));
            }
            requireTolerance(tolerance);
        }

        @Override
        public Optional<Measured> of(RunFigures figures) {
            return figures.seconds();
        }
    }

    /**
     * The least of large's work that loses at most so much against large alone.
     *
     * @param margin share of questions that would still count as no loss, above 0 and below 1
     */
    record NoLoss(double margin) implements Target {
        /** Checks the range. */
        public NoLoss {
            if (!(margin > 0 && margin < 1)) {
                throw new RequestException(
                        "A margin is a share between 0 and 1, such as 0.02, not %s."
                                .formatted(margin));
            }
        }
    }

    private static void requireShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new RequestException(
                    "%s goes from 0 to 1, such as 0.3: %s is not among that."
                            .formatted(
                                    Character.toUpperCase(what.charAt(0)) + what.substring(1),
                                    value));
        }
    }

    private static void requireTolerance(double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new RequestException("A tolerance is above 0, not %s.".formatted(value));
        }
    }
}
