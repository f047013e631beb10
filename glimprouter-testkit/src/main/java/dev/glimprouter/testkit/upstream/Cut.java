package dev.glimprouter.testkit.upstream;

/** How a connection breaks off. */
public enum Cut {
    /** It is closed in good order: the client reads an early end. */
    FIN,
    /** It is reset: the client reads an error, and may lose bytes that it had not read yet. */
    RESET,
    /** It stays open and silent until the client or the server closes it. */
    STALL
}
