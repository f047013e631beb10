package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;

import java.util.Optional;

/**
 * The paper's rule: large writes if H_init is at least tau, ties included.
 *
 * <p>tau = 0 sends every step to large, infinity none. A missing probe goes to large, except at
 * infinity. It has an opinion on every step.
 *
 * @param tau threshold in nats, 0 to infinity
 */
public record EntropyThreshold(double tau) implements RoutingPolicy {

    /** The paper's default threshold, in nats. */
    public static final double DEFAULT_TAU = 1.0;

    /** Checks the range. */
    public EntropyThreshold {
        Ranges.requireTau("tau", tau);
    }

    @Override
    public String name() {
        return "glimpse(tau=" + tau + ")";
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        return Optional.of(new TauRule(name(), tau).decide(step.glimpse()));
    }
}
