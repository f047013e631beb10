package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/**
 * The opening goes to large, without a glimpse: the plan decides the rest. No opinion afterwards.
 *
 * <p>SpecReason's and GlimpRouter's {@code first_n_steps_base_model}, and TrigReason's strategic
 * priming.
 *
 * @param steps how many steps, from 0
 */
public record OpeningSteps(int steps) implements RoutingPolicy {

    /** Checks the range. */
    public OpeningSteps {
        Ranges.require("steps", steps, 0, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "opening(steps=" + steps + ")";
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        return step.index() < steps
                ? Optional.of(
                        new Decision(
                                Writer.LARGE, name(), step.index(), steps, true, "opening step"))
                : Optional.empty();
    }
}
