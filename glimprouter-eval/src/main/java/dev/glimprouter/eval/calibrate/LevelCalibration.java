package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.PlanRunner;
import dev.glimprouter.eval.statistics.Measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks for the threshold at which a figure is hit. */
final class LevelCalibration {

    private final CalibrationPlan plan;
    private final Target.Level target;
    private final Rounds rounds;
    private final CalibrationListener listener;

    LevelCalibration(
            CalibrationPlan plan,
            Target.Level target,
            PlanRunner runner,
            CalibrationListener listener) {
        this.plan = plan;
        this.target = target;
        this.rounds = new Rounds(plan, runner);
        this.listener = listener;
    }

    Part find() {
        Search search = new Search(plan.knob(), target.wanted());
        List<Round> done = new ArrayList<>();
        OptionalDouble threshold = OptionalDouble.of(plan.start());
        while (threshold.isPresent() && done.size() < plan.rounds()) {
            Round round = rounds.at(threshold.getAsDouble());
            done.add(round);
            listener.measured(round);
            search.add(rounds.scores(round).forecast(target, figure(round)));
            threshold = isReached(search) ? OptionalDouble.empty() : search.next();
        }
        return new Part(
                Optional.empty(),
                plan.knob().parameter(),
                search.nearest().threshold(),
                isReached(search),
                plan.questions().dataset().problems().size(),
                done);
    }

    private boolean isReached(Search search) {
        return search.distance(search.nearest().measured()) <= target.tolerance();
    }

    private double figure(Round round) {
        return target.of(round.figures())
                .map(Measured::value)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "%s: no question was answered in steps, so that there is nothing to calibrate on (see %s)."
                                                .formatted(round.system(), round.file())));
    }
}
