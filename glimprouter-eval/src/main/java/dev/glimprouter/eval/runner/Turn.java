package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.run.RunKey;

/**
 * One question for one strategy.
 *
 * @param contestant the strategy
 * @param problem the question
 * @param repeat which time, from 0
 */
record Turn(Contestant contestant, Problem problem, int repeat) {

    RunKey key() {
        return new RunKey(problem.id(), repeat);
    }
}
