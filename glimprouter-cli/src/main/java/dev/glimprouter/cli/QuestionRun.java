package dev.glimprouter.cli;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.question.Question;
import dev.glimprouter.time.Cancellation;

import java.util.ArrayList;
import java.util.List;

/** Asks one question while signals may cancel it, and keeps its events. */
final class QuestionRun {

    private final World world;
    private final TraceFile trace;
    private final List<RouteEvent> events = new ArrayList<>();

    QuestionRun(World world, TraceFile trace) {
        this.world = world;
        this.trace = trace;
    }

    /** What happened, in order. */
    List<RouteEvent> events() {
        return events;
    }

    /**
     * Asks it.
     *
     * @param display shows what happens
     * @return the answer
     */
    String ask(GlimpRouter router, Question question, RouteListener display) {
        Cancellation cancellation = new Cancellation();
        RouteListener recorder = events::add;
        RouteListener listener = recorder.andThen(trace).andThen(display);
        try (Interrupts.Scope _ = world.interrupts().during(cancellation, trace::close)) {
            return router.ask(question, listener, cancellation).answer();
        }
    }
}
