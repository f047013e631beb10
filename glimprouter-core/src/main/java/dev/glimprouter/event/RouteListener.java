package dev.glimprouter.event;

/**
 * Hears the events of one question, in order, on the thread that asks it.
 *
 * <p>What it throws ends the question.
 */
@FunctionalInterface
public interface RouteListener {

    /** Takes an event. */
    void on(RouteEvent event);

    /**
     * Hears that the next event may take a while, since a model has to be waited for. Whoever
     * collects text that comes in small pieces shows now what there is.
     */
    default void pause() {}

    /** This listener, then another, which hears the event even if this one throws. */
    default RouteListener andThen(RouteListener next) {
        return new BothListeners(this, next);
    }
}
