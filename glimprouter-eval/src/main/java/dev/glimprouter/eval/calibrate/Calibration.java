package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.runner.PlanRunner;

/**
 * Finds the threshold of a strategy for a target, by asking the questions at one threshold after
 * the other.
 *
 * <p>Every round is a run file. The thresholds follow from those files alone, so that the same
 * calibration goes on where it was stopped. What is written changes what comes later, and with it
 * later scores: this is why each proposed threshold is run and measured.
 */
public final class Calibration {

    private final PlanRunner runner;
    private final CalibrationListener listener;

    /**
     * A calibration.
     *
     * @param runner asks questions
     * @param listener hears of each round
     */
    public Calibration(PlanRunner runner, CalibrationListener listener) {
        this.runner = runner;
        this.listener = listener;
    }

    /**
     * Finds it.
     *
     * @throws dev.glimprouter.error.RequestException if nothing can be measured, or no loss cannot
     *     be shown at any threshold
     */
    public Part find(CalibrationPlan plan) {
        return switch (plan.target()) {
            case Target.Level level -> new LevelCalibration(plan, level, runner, listener).find();
            case Target.NoLoss noLoss ->
                    new NoLossCalibration(plan, noLoss, runner, listener).find();
        };
    }

    /** Finds it, and says it in a profile. */
    public Profile profile(CalibrationPlan plan) {
        Part part = find(plan);
        return Profile.of(plan, part);
    }

    /** Finds one for each domain that the questions are about, and says them in a profile. */
    public Profile profilePerDomain(CalibrationPlan plan) {
        return new DomainCalibration(plan, this, runner, listener).profile();
    }
}
