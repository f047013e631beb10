package dev.glimprouter.cli.config;

import dev.glimprouter.strategy.Strategy;

import java.util.Optional;

/**
 * A strategy as one writes it.
 *
 * @param expression its name, perhaps with parameters; empty for glimpse
 * @param tau the threshold beside it
 */
public record StrategyText(Optional<String> expression, Optional<String> tau) {

    /** Nothing written. */
    public static final StrategyText NONE = new StrategyText(Optional.empty(), Optional.empty());

    private static final String USUAL = "glimpse";

    /**
     * The strategy.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public Strategy strategy() {
        return StrategyNames.strategy(expression.orElse(USUAL), tau);
    }

    /** What holds where this is written beside another one and wins. */
    public StrategyText over(StrategyText other) {
        if (expression.isPresent()) {
            boolean open = tau.isEmpty() && StrategyNames.leavesTauOpen(expression.get());
            return open ? new StrategyText(expression, other.tau) : this;
        }
        return tau.isPresent()
                ? new StrategyText(other.expression.map(StrategyNames::withoutTau), tau)
                : other;
    }
}
