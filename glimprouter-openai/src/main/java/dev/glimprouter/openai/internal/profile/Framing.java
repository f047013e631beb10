package dev.glimprouter.openai.internal.profile;

/** How the pieces of a streamed reply are told apart. */
public enum Framing {
    /** Server-sent events, whose data is one JSON object each. */
    EVENTS,
    /** One JSON object on each line. */
    LINES
}
