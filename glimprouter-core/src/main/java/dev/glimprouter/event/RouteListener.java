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

    /** This listener, then another, which hears the event even if this one throws. */
    default RouteListener andThen(RouteListener next) {
        return event -> {
            try {
                on(event);
            } finally {
                next.on(event);
            }
        };
    }
}
