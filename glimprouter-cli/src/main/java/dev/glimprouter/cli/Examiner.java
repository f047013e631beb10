package dev.glimprouter.cli;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.grade.code.CodeGrader;
import dev.glimprouter.eval.grade.code.CodeSettings;
import dev.glimprouter.eval.run.Throughput;
import dev.glimprouter.eval.runner.Evaluation;
import dev.glimprouter.eval.runner.EvaluationPlan;
import dev.glimprouter.eval.runner.Marking;
import dev.glimprouter.eval.runner.PlanRunner;
import dev.glimprouter.time.Cancellation;

import java.time.Clock;
import java.time.ZoneId;

/**
 * Asks the questions of plans, shows how far it has come and heeds signals.
 *
 * @param world where it runs
 * @param room the models
 * @param marking grades answers
 */
record Examiner(World world, EngineRoom room, Marking marking) implements PlanRunner {

    /** How answers of a task are graded. */
    static Marking marking(World world, boolean allowCode, Task task) {
        if (allowCode) {
            return Setup.interruptible(
                    world, () -> Marking.running(CodeGrader.limited(CodeSettings.DEFAULT)));
        }
        if (task == Task.CODE) {
            world.err()
                    .line("Programs are not run and stay unscored: --allow-code runs them here.");
        }
        return Marking.WITHOUT_CODE;
    }

    @Override
    public Throughput run(EvaluationPlan plan) {
        Evaluation evaluation =
                new Evaluation(
                        plan,
                        room.engines(),
                        marking,
                        world.time(),
                        Clock.system(ZoneId.systemDefault()));
        Cancellation cancellation = new Cancellation();
        try (EvalDisplay display = new EvalDisplay(world, plan.folder());
                Interrupts.Scope _ = world.interrupts().during(cancellation, display::stopped)) {
            try {
                return evaluation.run(display, cancellation);
            } catch (CancelledException stopped) {
                display.stopped();
                throw stopped;
            }
        }
    }
}
