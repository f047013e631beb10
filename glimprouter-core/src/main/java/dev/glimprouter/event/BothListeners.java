package dev.glimprouter.event;

/**
 * Two listeners that hear the same.
 *
 * @param first hears first
 * @param second hears even if the first throws
 */
record BothListeners(RouteListener first, RouteListener second) implements RouteListener {

    @Override
    public void on(RouteEvent event) {
        try {
            first.on(event);
        } finally {
            second.on(event);
        }
    }

    @Override
    public void pause() {
        try {
            first.pause();
        } finally {
            second.pause();
        }
    }
}
