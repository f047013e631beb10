package dev.glimprouter.strategy.expression;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.Strategy;

import java.util.Optional;

/**
 * A strategy as one writes it.
 *
 * @param expression an expression; empty for glimpse
 * @param tau the threshold beside it
 */
public record StrategyText(Optional<String> expression, Optional<String> tau) {

    /** Nothing written. */
    public static final StrategyText NONE = new StrategyText(Optional.empty(), Optional.empty());

    private static final String USUAL = "glimpse";
    private static final String TAU = "tau";

    /**
     * The strategy.
     *
     * @throws RequestException if it cannot be read
     */
    public Strategy strategy() {
        StrategyExpression asked = asked();
        return tau.map(nats -> beside(asked, nats)).orElse(asked).strategy();
    }

    private StrategyExpression asked() {
        return StrategyExpression.parse(expression.orElse(USUAL));
    }

    private StrategyExpression beside(StrategyExpression asked, String nats) {
        if (!asked.takes(TAU)) {
            throw new RequestException(
                    "tau has no meaning for the strategy %s: leave it out."
                            .formatted(expression.orElse(USUAL)));
        }
        if (asked.gives(TAU)) {
            throw new RequestException(
                    "tau is given twice: leave it out within the strategy, or beside it.");
        }
        return asked.with(TAU, nats);
    }

    /** What holds where this is written beside another one and wins. */
    public StrategyText over(StrategyText other) {
        if (expression.isPresent()) {
            boolean open = tau.isEmpty() && asked().takes(TAU) && !asked().gives(TAU);
            return open ? new StrategyText(expression, other.tau) : this;
        }
        return tau.map(other::withTau).orElse(other);
    }

    private StrategyText withTau(String nats) {
        return asked().gives(TAU)
                ? new StrategyText(
                        Optional.of(asked().with(TAU, nats).strategy().name()), Optional.empty())
                : new StrategyText(expression, Optional.of(nats));
    }
}
