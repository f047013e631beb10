package dev.glimprouter.openai.internal.http;

/** How far a reply has come, and how it ended. */
public enum StreamEnd {
    /** It has not ended yet. */
    OPEN,
    /** The server sent it to its end. */
    CLEAN,
    /** We closed it. */
    CLOSED,
    /** The connection failed or broke off: what came before it can be gone on from. */
    LOST,
    /** A timeout passed. */
    LATE,
    /** The server refused by its status, its kind of reply, or an event that reports a failure. */
    REFUSED
}
