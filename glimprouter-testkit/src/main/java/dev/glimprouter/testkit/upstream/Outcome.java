package dev.glimprouter.testkit.upstream;

/** How an exchange ended. */
public enum Outcome {
    /** The play was performed to its end. */
    PLAYED,
    /** The play broke the connection off. */
    BROKEN,
    /** The client closed its side first. */
    ABORTED,
    /** The server was closed. */
    CLOSED,
    /** The script threw. */
    FAILED
}
