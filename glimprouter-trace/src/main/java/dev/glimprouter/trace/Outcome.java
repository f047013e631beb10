package dev.glimprouter.trace;

/** How a question ended. */
public enum Outcome {
    /** The answer is complete. */
    FINISHED,
    /** Its caller cancelled it. */
    CANCELLED,
    /** An error ended it. */
    FAILED,
    /** No last event says: it still runs, or its process died. */
    UNFINISHED
}
