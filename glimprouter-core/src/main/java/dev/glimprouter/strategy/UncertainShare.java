package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Writer;

/**
 * A running share of uncertain steps or tokens, and who writes by it: large takes over once the
 * share is at least one bound, small once it is below another.
 *
 * @param value the share, 0 to 1
 * @param writer who writes
 */
record UncertainShare(double value, Writer writer) {

    /** The start: all was uncertain, and large writes. */
    static final UncertainShare START = new UncertainShare(1, Writer.LARGE);

    /**
     * The bounds and the inertia.
     *
     * @param tau entropy from which on something is uncertain, in nats, 0 to infinity
     * @param high share that calls large, {@code low} to 1
     * @param low share that sends large away, 0 to 1
     * @param momentum weight of the past, 0 to 1
     */
    record Rule(double tau, double high, double low, double momentum) {

        Rule {
            Ranges.requireTau("tau", tau);
            Ranges.require("high", high, 0, 1);
            Ranges.require("low", low, 0, 1);
            Ranges.require("momentum", momentum, 0, 1);
            Ranges.requireOrder("low", low, "high", high);
        }

        double bound(Writer writer) {
            return writer == Writer.SMALL ? high : low;
        }
    }

    /** The share after another entropy, in nats. */
    UncertainShare after(Rule rule, double nats) {
        double uncertain = nats >= rule.tau ? 1 : 0;
        double next = rule.momentum * value + (1 - rule.momentum) * uncertain;
        return new UncertainShare(next, next >= rule.bound(writer) ? Writer.LARGE : Writer.SMALL);
    }
}
