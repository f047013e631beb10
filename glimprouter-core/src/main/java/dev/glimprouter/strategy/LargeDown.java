package dev.glimprouter.strategy;

/** What happens to a question whose large model cannot be reached after all retries. */
public enum LargeDown {
    /** It fails; the steps written so far are in the trace. */
    FAIL,
    /** The small model goes on, with the answer too, until large is back. */
    SMALL,
    /** It waits, until large is back or the deadline passes. */
    WAIT
}
