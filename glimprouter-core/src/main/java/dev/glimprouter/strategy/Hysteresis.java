package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/**
 * Inertia: a running share of uncertain steps decides, with one bound for going over to large and a
 * lower one for going back.
 *
 * <p>A step is uncertain if its H_init is at least tau. The share starts at 1, with large writing,
 * and after each glimpse becomes momentum * share + (1 - momentum) * (1 if uncertain, else 0).
 * While small writes, large takes over once it is at least {@code high}; while large writes, small
 * does once it is below {@code low}. All this follows from the glimpses of the steps so far; a step
 * of which none told anything changes nothing. A missing probe goes to large. It has an opinion on
 * every step.
 *
 * <p>R2R's momentum switching (arXiv 2505.21600), carried over from tokens to steps, with H_init in
 * place of its uncertainty of the token; its three other numbers are our defaults.
 *
 * @param tau H_init from which on a step is uncertain, in nats, 0 to infinity
 * @param high share that calls large, {@code low} to 1
 * @param low share that sends large away, 0 to 1
 * @param momentum weight of the past, 0 to 1
 */
public record Hysteresis(double tau, double high, double low, double momentum)
        implements RoutingPolicy {

    /** R2R's bound for going over to large. */
    public static final double DEFAULT_HIGH = 0.7;

    /** R2R's bound for going back to small. */
    public static final double DEFAULT_LOW = 0.3;

    /** R2R's weight of the past. */
    public static final double DEFAULT_MOMENTUM = 0.7;

    /** Checks ranges. */
    public Hysteresis {
        new UncertainShare.Rule(tau, high, low, momentum);
    }

    @Override
    public String name() {
        return "hysteresis(tau=%s, high=%s, low=%s, momentum=%s)"
                .formatted(tau, high, low, momentum);
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        UncertainShare share = UncertainShare.START;
        for (Optional<Probe> past : step.pastGlimpses()) {
            share = past.isPresent() ? share.after(rule(), past.get().hInit()) : share;
        }
        UncertainShare before = share;
        return Optional.of(
                step.glimpse()
                        .map(probe -> compare(before, probe))
                        .orElseGet(() -> withoutProbe(before)));
    }

    private Decision compare(UncertainShare before, Probe probe) {
        UncertainShare now = before.after(rule(), probe.hInit());
        return new Decision(
                now.writer(),
                name(),
                now.value(),
                rule().bound(before.writer()),
                probe.entropy().settles(tau),
                now.writer() == before.writer() ? "no change of writer" : "change of writer");
    }

    private Decision withoutProbe(UncertainShare before) {
        return new Decision(
                Writer.LARGE, name(), Double.NaN, rule().bound(before.writer()), false, "no probe");
    }

    private UncertainShare.Rule rule() {
        return new UncertainShare.Rule(tau, high, low, momentum);
    }
}
