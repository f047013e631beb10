package dev.glimprouter.strategy;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a strategy may do to get one step written. Used by one thread.
 *
 * <p>A draft is undecided until one is kept or a model writes the step: then the others are thrown
 * away. What is undecided when the question is stopped or fails is thrown away too. The official
 * mode has no drafts: there, whatever concerns them throws an {@link
 * UnsupportedOperationException}.
 */
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

    /**
     * Has small draft the step.
     *
     * @param watched whether each token's distribution is looked at
     * @return empty if small cannot be reached, and the rules have told who goes on
     */
    default Optional<Draft> draft(boolean watched) {
        return draft(Writer.SMALL, watched);
    }

    /**
     * Has a model draft the step; both may, and either draft be kept.
     *
     * @param watched whether each token's distribution is looked at
     * @return empty if the model cannot be reached, and the rules have told who goes on
     */
    default Optional<Draft> draft(Writer writer, boolean watched) {
        throw new UnsupportedOperationException("a draft");
    }

    /**
     * Has small draft the step several times, each with draws of its own: at the same time as far
     * as the engine has branches, the others one after another.
     *
     * @return fewer, or none, where small failed
     */
    default List<Draft> drafts(int count) {
        throw new UnsupportedOperationException("drafts");
    }

    /**
     * Asks a model about the reasoning: one token, nothing drawn.
     *
     * @param shown text that it sees after the reasoning so far, such as a draft
     * @param aside the question
     */
    default Opinion ask(Writer judge, String shown, Aside aside) {
        throw new UnsupportedOperationException("a question about a draft");
    }

    /** Makes a verdict on a draft known. */
    default void judged(Draft draft, Verdict verdict) {
        throw new UnsupportedOperationException("a verdict");
    }

    /**
     * Makes a draft the step.
     *
     * @throws IllegalArgumentException if it is none of the undecided drafts of this step
     */
    default Step keep(Draft draft) {
        throw new UnsupportedOperationException("a draft");
    }
}
