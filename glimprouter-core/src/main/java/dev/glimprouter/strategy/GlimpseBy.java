package dev.glimprouter.strategy;

/** How the small model is glimpsed. */
public enum GlimpseBy {
    /** The first token of the very stream that writes the step if small is to write it. */
    STREAM,
    /**
     * A request of its own for one token, thrown away afterwards: the published way, and the one
     * for servers that notice late that nobody listens any more.
     */
    REQUEST
}
