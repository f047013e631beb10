package dev.glimprouter.strategy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

/**
 * The paper's rule: large writes if H_init is at least tau, ties included.
 *
 * <p>tau = 0 sends every step to large, infinity none. A missing probe goes to large, except at
 * infinity.
 *
 * @param tau threshold in nats, 0 to infinity
 */
public record EntropyThreshold(double tau) implements RoutingPolicy {

    /** The paper's default threshold, in nats. */
    public static final double DEFAULT_TAU = 1.0;

    /** Checks the range. */
    public EntropyThreshold {
        if (!(tau >= 0)) {
            throw new RequestException(
                    "tau must be a number of nats from 0 to Infinity, not " + tau + ".");
        }
    }

    @Override
    public String name() {
        return "glimpse(tau=" + tau + ")";
    }

    @Override
    public Decision decide(StepView step) {
        return step.glimpse().map(this::compare).orElseGet(this::withoutProbe);
    }

    private Decision compare(Probe probe) {
        boolean high = probe.hInit() >= tau;
        return new Decision(
                high ? Writer.LARGE : Writer.SMALL,
                name(),
                probe.hInit(),
                tau,
                probe.entropy().settles(tau),
                high ? "H_init >= tau" : "H_init < tau");
    }

    private Decision withoutProbe() {
        Writer writer = tau == Double.POSITIVE_INFINITY ? Writer.SMALL : Writer.LARGE;
        return new Decision(writer, name(), Double.NaN, tau, false, "no probe");
    }
}
