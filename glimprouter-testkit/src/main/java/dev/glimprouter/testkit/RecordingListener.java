package dev.glimprouter.testkit;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;

import java.util.ArrayList;
import java.util.List;

/** Remembers the events of one question, and can tell whether they are in order. */
public final class RecordingListener implements RouteListener {

    private final List<RouteEvent> events = new ArrayList<>();

    /** A listener that has heard nothing. */
    public RecordingListener() {}

    @Override
    public synchronized void on(RouteEvent event) {
        events.add(event);
    }

    /** All events so far. */
    public synchronized List<RouteEvent> events() {
        return List.copyOf(events);
    }

    /** The events of one kind so far. */
    public <E extends RouteEvent> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The kinds of all events so far, such as {@code Started}; equal neighbours only once. */
    public List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (RouteEvent event : events()) {
            String kind = event.getClass().getSimpleName();
            if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** The last event of one kind. */
    public <E extends RouteEvent> E last(Class<E> kind) {
        return events(kind).getLast();
    }

    /** The steps that were written. */
    public Reasoning reasoning() {
        List<Step> steps =
                events(RouteEvent.StepWritten.class).stream()
                        .map(RouteEvent.StepWritten::written)
                        .toList();
        return new Reasoning(steps);
    }

    /**
     * Checks the order of a finished question's events.
     *
     * @throws AssertionError with the events if they are not in order
     * @see EventOrder
     */
    public RecordingListener check() {
        EventOrder.check(events());
        return this;
    }
}
