package dev.glimprouter.strategy;

/**
 * What happens to a question whose large model cannot be reached after all retries. One that a
 * single model answers alone goes by the same rule, whichever it is.
 */
public enum LargeDown {
    /** It fails; the steps written so far are in the trace. */
    FAIL,
    /**
     * The small model goes on, with the answer too, until large is back. Where there is none, the
     * question fails.
     */
    SMALL,
    /** It waits, until the model is back or the deadline passes. */
    WAIT
}
