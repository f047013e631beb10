package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

/**
 * Switches at each token: large writes it if the entropy of small's distribution of it is at least
 * tau, small otherwise.
 *
 * <p>With a momentum above 0 a running share of uncertain tokens decides, as {@link Hysteresis} has
 * it for steps: it starts at 1 with large writing, and goes on through the whole reasoning. R2R's
 * variants without training (arXiv 2505.21600): entropy 0.45 nats, and momentum 0.7 between 0.3 and
 * 0.7.
 *
 * @param tau entropy from which on a token is uncertain, in nats, 0 to infinity
 * @param momentum weight of the past, 0 to below 1; 0 looks at each token alone
 * @param high share that calls large, above 0 to 1 and at least {@code low}
 * @param low share that sends large away, above 0 to 1
 */
public record TokenEntropy(double tau, double momentum, double high, double low)
        implements Stepwise {

    /** R2R's threshold, in nats. */
    public static final double DEFAULT_TAU = 0.45;

    /** Checks ranges. */
    public TokenEntropy {
        new UncertainShare.Rule(tau, high, low, momentum);
        Ranges.require("momentum", momentum, 0, Math.nextDown(1.0));
        Ranges.require("low", low, Double.MIN_VALUE, 1);
    }

    /** Each token by itself. */
    public static TokenEntropy of(double tau) {
        return new TokenEntropy(tau, 0, Hysteresis.DEFAULT_HIGH, Hysteresis.DEFAULT_LOW);
    }

    @Override
    public String name() {
        return momentum == 0
                ? "token-entropy(tau=%s)".formatted(tau)
                : "token-entropy(tau=%s, momentum=%s, high=%s, low=%s)"
                        .formatted(tau, momentum, high, low);
    }

    @Override
    public boolean byToken() {
        return true;
    }

    @Override
    public Step next(Turn turn) {
        return turn.writeByToken(this::rule);
    }

    private TokenRule rule() {
        return new Share(new UncertainShare.Rule(tau, high, low, momentum));
    }

    /** The rule of one question. */
    private static final class Share implements TokenRule {
        private final UncertainShare.Rule rule;
        private UncertainShare share = UncertainShare.START;

        Share(UncertainShare.Rule rule) {
            this.rule = rule;
        }

        @Override
        public Writer next(double nats) {
            share = share.after(rule, nats);
            return share.writer();
        }
    }
}
