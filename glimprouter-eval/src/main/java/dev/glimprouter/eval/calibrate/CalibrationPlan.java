package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.EvaluationPlan;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What is calibrated, and on what.
 *
 * @param questions the questions and where run files go; its strategies are not looked at
 * @param tunable the strategy, without the number that is to be found
 * @param start where to begin, finite
 * @param target what is wanted
 * @param rounds how many thresholds are tried at most
 */
public record CalibrationPlan(
        EvaluationPlan questions, Tunable tunable, double start, Target target, int rounds) {

    /** How many thresholds are tried where nobody says. */
    public static final int USUAL_ROUNDS = 4;

    /** Checks ranges. */
    public CalibrationPlan {
        Objects.requireNonNull(questions, "questions");
        Objects.requireNonNull(target, "target");
        tunable.at(start);
        if (!Double.isFinite(start)) {
            throw new RequestException("Start from a finite threshold.");
        }
        if (rounds < 1) {
            throw new RequestException("A calibration takes one round at least.");
        }
        if (target instanceof Target.Seconds && questions.parallel() > 1) {
            throw new RequestException(
                    "Seconds are told only of questions that are asked alone: leave out --parallel.");
        }
    }

    /**
     * Requires that the strategy can have a threshold for each domain.
     *
     * @throws RequestException if it cannot
     */
    public void requirePerDomain() {
        DomainCalibration.require(tunable);
    }

    /** The number that is to be found. */
    Knob knob() {
        return tunable.knob();
    }

    /** The strategy at a threshold. */
    Contestant at(double threshold) {
        return tunable.at(threshold);
    }

    /** The run file of a strategy. */
    Path file(Contestant contestant) {
        return questions.file(contestant);
    }

    /** The same on other questions. */
    CalibrationPlan on(EvaluationPlan others) {
        return new CalibrationPlan(others, tunable, start, target, rounds);
    }
}
