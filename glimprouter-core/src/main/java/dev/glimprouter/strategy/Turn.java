package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.function.Supplier;

/** What a strategy may do to get one step written. Used by one thread. */
public interface Turn extends StepView {

    /** Makes a decision known; it becomes part of the steps written after it. */
    void decided(Decision decision);

    /**
     * Has a model write the step.
     *
     * <p>If the small model was glimpsed it goes on from the glimpsed token; if large writes, the
     * glimpse is closed. A second call is another attempt at the same step.
     */
    Step write(Writer writer);

    /**
     * Has both models write the step, each token by whom the question's rule names.
     *
     * <p>Only for a strategy that says {@link Strategy#byToken}. The small model is glimpsed first.
     *
     * @param rules makes the question's rule, once
     * @throws UnsupportedOperationException in the official mode, which has no such strategy
     */
    default Step writeByToken(Supplier<TokenRule> rules) {
        throw new UnsupportedOperationException("a step by tokens");
    }
}
