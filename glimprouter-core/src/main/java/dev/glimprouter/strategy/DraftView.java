package dev.glimprouter.strategy;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Writer;

/** What a verifier may look at, and whom it may ask. Used by one thread. */
public interface DraftView {

    /** The draft. */
    Draft draft();

    /** The question. */
    Question question();

    /** The steps before the draft. */
    Reasoning reasoning();

    /**
     * Asks a model about the reasoning with the draft at its end: one token, nothing drawn.
     *
     * <p>It costs the model the evaluation of the draft, unless it wrote that itself, and of the
     * question; both again at the next draft, since the question is no part of the reasoning.
     *
     * @throws dev.glimprouter.error.RetryableException if the model cannot be reached and the rule
     *     for that is to fail
     */
    Opinion ask(Writer judge, Aside aside);
}
