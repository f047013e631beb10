package dev.glimprouter.gateway;

import dev.glimprouter.strategy.expression.StrategyText;

import java.util.Optional;

/**
 * Settings under a name that clients may ask for.
 *
 * @param strategy how steps get written, where it differs from what is offered otherwise
 * @param budget most tokens of the reasoning; empty for as many as are offered otherwise
 */
public record Profile(StrategyText strategy, Optional<Integer> budget) {

    /** Nothing of its own. */
    public static final Profile NONE = new Profile(StrategyText.NONE, Optional.empty());
}
