package dev.glimprouter.gateway.internal.metrics;

/** How a request ended. */
public enum Outcome {
    /** Answered. */
    OK,
    /** Something here, or a model, failed. */
    FAILED,
    /** Its client went away. */
    CANCELLED,
    /** It was not taken. */
    REFUSED
}
