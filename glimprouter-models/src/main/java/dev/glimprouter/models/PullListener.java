package dev.glimprouter.models;

/**
 * Hears what a pull is doing, on the thread that pulls, several times a second; it must not throw.
 */
@FunctionalInterface
public interface PullListener {

    /** Hears nothing. */
    PullListener NONE = _ -> {};

    /** Takes note of one event. */
    void on(PullEvent event);
}
