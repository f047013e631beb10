package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Step;

/**
 * A strategy that writes one step after the other.
 *
 * <p>Stateless, and safe for use by many questions at once: what it needs to know of the past
 * stands in the turn's reasoning.
 */
public non-sealed interface Stepwise extends Strategy {

    /** Writes the next step. */
    Step next(Turn turn);
}
