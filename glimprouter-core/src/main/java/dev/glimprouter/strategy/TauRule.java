package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/**
 * The comparison that all thresholds on H_init share: large writes if H_init is at least tau; a
 * missing probe goes to large, except at infinity.
 *
 * @param policy name of the policy that asks
 * @param tau threshold in nats
 */
record TauRule(String policy, double tau) {

    Decision decide(Optional<Probe> probe) {
        return probe.map(this::compare).orElseGet(this::withoutProbe);
    }

    private Decision compare(Probe probe) {
        boolean high = probe.hInit() >= tau;
        return new Decision(
                high ? Writer.LARGE : Writer.SMALL,
                policy,
                probe.hInit(),
                tau,
                probe.entropy().settles(tau),
                high ? "H_init >= tau" : "H_init < tau");
    }

    private Decision withoutProbe() {
        Writer writer = tau == Double.POSITIVE_INFINITY ? Writer.SMALL : Writer.LARGE;
        return new Decision(writer, policy, Double.NaN, tau, false, "no probe");
    }
}
