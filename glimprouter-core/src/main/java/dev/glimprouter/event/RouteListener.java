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

    /** This listener, then another. */
    default RouteListener andThen(RouteListener next) {
        return event -> {
            on(event);
            next.on(event);
        };
    }
}
