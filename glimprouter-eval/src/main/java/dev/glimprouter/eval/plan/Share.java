package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;

/**
 * Who does what at one step.
 *
 * @param writer whose version is kept
 * @param glimpsed whether small is glimpsed before it
 * @param drafting whether small drafts it
 */
record Share(Writer writer, boolean glimpsed, Drafting drafting) {

    /** What becomes of a draft of small. */
    enum Drafting {
        /** There is none. */
        NONE,
        /** No model looks at it: its own tokens decide. */
        KEPT_UNSEEN,
        /** Large reads it together with a question. */
        JUDGED
    }

    /** Without a draft. */
    Share(Writer writer, boolean glimpsed) {
        this(writer, glimpsed, Drafting.NONE);
    }
}
