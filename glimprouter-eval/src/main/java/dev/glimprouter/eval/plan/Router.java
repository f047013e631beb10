package dev.glimprouter.eval.plan;

import java.util.List;
import java.util.Optional;

/** Says who does what at each step of a recorded question, under a strategy. */
@FunctionalInterface
interface Router {

    /**
     * The shares, one for each step.
     *
     * @param draw which of several independent draws of a strategy that draws, from 0
     * @return empty if the recording does not hold what the strategy looks at
     */
    Optional<List<Share>> shares(Route route, StepLengths lengths, int draw);
}
