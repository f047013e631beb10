package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.PlanRunner;

import java.util.List;
import java.util.Optional;

/** Runs the questions of a calibration at thresholds. */
final class Rounds {

    private final CalibrationPlan plan;
    private final PlanRunner runner;

    Rounds(CalibrationPlan plan, PlanRunner runner) {
        this.plan = plan;
        this.runner = runner;
    }

    /** The questions at a threshold. */
    Round at(double threshold) {
        return of(plan.at(threshold), threshold);
    }

    /** The questions under another strategy; the threshold is told only. */
    Round of(Contestant contestant, double threshold) {
        runner.run(plan.questions().withContestants(List.of(contestant)));
        return new Round(
                threshold,
                contestant.name(),
                contestant.fileName(),
                RunFigures.of(plan.file(contestant)),
                Optional.empty());
    }

    /** The scores of a round at a threshold. */
    Scores scores(Round round) {
        return Scores.of(plan.file(plan.at(round.threshold())), plan.knob(), round.threshold());
    }
}
