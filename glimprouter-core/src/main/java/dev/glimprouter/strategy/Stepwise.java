package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Step;

/**
 * A strategy that writes one step after the other.
 *
 * <p>Safe for use by many questions at once, and stateless: what it needs to know of the past
 * stands in the turn's reasoning and glimpses. The exception is a {@link TargetShare} over a stream
 * of questions, whose count of steps is shared by all questions of the same object.
 */
public non-sealed interface Stepwise extends Strategy {

    /** Writes the next step. */
    Step next(Turn turn);

    /** Hears of each step that became part of the reasoning, before the next one is asked for. */
    default void kept(Step step) {}
}
