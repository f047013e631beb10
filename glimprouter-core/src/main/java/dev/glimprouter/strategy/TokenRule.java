package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Writer;

/**
 * Says of each token of a question who writes it. May remember what it was asked: one question has
 * one rule to itself, through all its steps, and asks in order.
 */
@FunctionalInterface
public interface TokenRule {

    /**
     * Who writes the next token.
     *
     * @param nats entropy of the small model's distribution of it, in nats
     */
    Writer next(double nats);
}
