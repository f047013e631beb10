package dev.glimprouter.engine;

/** A hint to read ahead, which an engine follows in the background. Thread safe. */
@FunctionalInterface
public interface Hint {

    /** A hint that costs nothing that no stream tells. */
    Hint NONE = () -> StreamCost.NONE;

    /** What following it has cost so far, as far as no stream of the session tells it. */
    StreamCost cost();
}
