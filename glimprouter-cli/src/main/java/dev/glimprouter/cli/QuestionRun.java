package dev.glimprouter.cli;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.question.Question;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.trace.TraceWriter;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks one question while signals may cancel it, and keeps its events. */
final class QuestionRun {

    private final World world;
    private final List<RouteEvent> events = new ArrayList<>();

    QuestionRun(World world) {
        this.world = world;
    }

    /** What happened, in order. */
    List<RouteEvent> events() {
        return events;
    }

    /**
     * Asks it; the trace is closed and valid however this ends.
     *
     * @param trace the file for the trace
     * @param display shows what happens
     * @return the answer
     */
    String ask(GlimpRouter router, Question question, Optional<Path> trace, RouteListener display) {
        Cancellation cancellation = new Cancellation();
        if (trace.isEmpty()) {
            return ask(router, question, display, cancellation, () -> {});
        }
        try (TraceWriter writer =
                TraceWriter.open(trace.get(), Clock.system(ZoneId.systemDefault()))) {
            return ask(router, question, writer.andThen(display), cancellation, writer::close);
        }
    }

    private String ask(
            GlimpRouter router,
            Question question,
            RouteListener listener,
            Cancellation cancellation,
            Runnable closeTrace) {
        RouteListener recorder = events::add;
        try (Interrupts.Scope _ = world.interrupts().during(cancellation, closeTrace)) {
            return router.ask(question, recorder.andThen(listener), cancellation).answer();
        }
    }
}
