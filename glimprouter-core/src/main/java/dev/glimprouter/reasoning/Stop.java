package dev.glimprouter.reasoning;

/** Why a reasoning ended; the answer is written in every case. */
public enum Stop {
    /** A model closed it, by the close tag or the end of its sequence. */
    FINISHED,
    /** It began to go round in circles, or both models wrote nothing but white space. */
    REPEATED,
    /** The token budget was used up. */
    BUDGET,
    /** The deadline passed. */
    DEADLINE,
    /** No more text fits into a model's context beside the answer. */
    CONTEXT
}
