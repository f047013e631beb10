package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.run.Throughput;

/** Asks the questions of one plan after the other, with the same models. */
@FunctionalInterface
public interface PlanRunner {

    /**
     * Asks what is left to ask of a plan; its run files are complete then.
     *
     * @return what this call did
     * @throws dev.glimprouter.error.GlimpRouterException if it was stopped, or cannot go on
     */
    Throughput run(EvaluationPlan plan);
}
