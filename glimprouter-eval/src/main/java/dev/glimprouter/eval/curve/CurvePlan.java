package dev.glimprouter.eval.curve;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.calibrate.Tunable;
import dev.glimprouter.eval.runner.EvaluationPlan;

import java.util.List;
import java.util.Objects;

/**
 * What is swept.
 *
 * @param questions the questions and where run files go; its strategies are not looked at
 * @param swept the strategy whose threshold is swept
 * @param thresholds where; empty to spread the share of steps by large evenly, by the scores of a
 *     run at the usual threshold
 * @param points how many thresholds are spread where none are given
 * @param matched strategies that are brought to the rate of each point
 */
public record CurvePlan(
        EvaluationPlan questions,
        Tunable swept,
        List<Double> thresholds,
        int points,
        List<Tunable> matched) {

    /** How many points there are where nobody says. */
    public static final int USUAL_POINTS = 5;

    /** Copies, and checks ranges. */
    public CurvePlan {
        Objects.requireNonNull(questions, "questions");
        Objects.requireNonNull(swept, "swept");
        thresholds = thresholds.stream().distinct().toList();
        matched = List.copyOf(matched);
        thresholds.forEach(swept::at);
        if (thresholds.isEmpty() && points < 1) {
            throw new RequestException("A curve has one point at least.");
        }
    }
}
