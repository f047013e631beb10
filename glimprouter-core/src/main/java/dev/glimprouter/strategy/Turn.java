package dev.glimprouter.strategy;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Optional;

/**
 * What a strategy may do to get one step written. Used by one thread.
 *
 * <p>A draft is undecided until one is kept or a model writes the step: then the others are thrown
 * away. What is undecided when the question is stopped or fails is thrown away too.
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
     * Has small draft the step.
     *
     * @param watched whether each token's distribution is looked at
     * @return empty if small cannot be reached, and the rules have told who goes on
     */
    Optional<Draft> draft(boolean watched);

    /**
     * Has small draft the step several times, each with draws of its own: at the same time as far
     * as the engine has branches, the others one after another.
     *
     * @return fewer, or none, where small failed
     */
    List<Draft> drafts(int count);

    /**
     * Asks a model about the reasoning: one token, nothing drawn.
     *
     * @param shown text that it sees after the reasoning so far, such as a draft
     * @param aside the question
     */
    Opinion ask(Writer judge, String shown, Aside aside);

    /** Makes a verdict on a draft known. */
    void judged(Draft draft, Verdict verdict);

    /**
     * Makes a draft the step.
     *
     * @throws IllegalArgumentException if it is none of the undecided drafts of this step
     */
    Step keep(Draft draft);
}
