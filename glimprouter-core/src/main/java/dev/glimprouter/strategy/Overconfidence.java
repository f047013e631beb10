package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/**
 * Too sure for too long: large writes where the mean H_init over the last steps, the one at hand
 * included, is below a low bound. No opinion otherwise, and where one of these steps was not
 * glimpsed.
 *
 * <p>TrigReason's cognitive offload (arXiv 2604.14847) looks at the perplexity of the step that
 * small has written; before the step there is H_init alone, and as a single one is often near zero
 * for good reasons, a run of them has to be. Its numbers are not published where we could read
 * them: our defaults are our own.
 *
 * @param below bound on the mean, in nats, from 0
 * @param steps how many steps in a row, from 1
 */
public record Overconfidence(double below, int steps) implements RoutingPolicy {

    /** Our default bound, in nats. */
    public static final double DEFAULT_BELOW = 0.05;

    /** Our default run, in steps. */
    public static final int DEFAULT_STEPS = 3;

    /** Checks ranges. */
    public Overconfidence {
        Ranges.requireTau("below", below);
        Ranges.require("steps", steps, 1, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "overconfidence(below=%s, steps=%d)".formatted(below, steps);
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        return step.glimpse()
                .flatMap(probe -> PastScores.mean(step, probe, steps - 1))
                .filter(mean -> mean.nats() < below)
                .map(
                        mean ->
                                new Decision(
                                        Writer.LARGE,
                                        name(),
                                        mean.nats(),
                                        below,
                                        mean.settles(below),
                                        "too sure for too long"));
    }
}
