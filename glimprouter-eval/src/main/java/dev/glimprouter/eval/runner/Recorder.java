package dev.glimprouter.eval.runner;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.question.Question;
import dev.glimprouter.trace.Environment;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceHeader;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Keeps what happens to one question, to make a trace of it. */
final class Recorder implements RouteListener {

    private final OffsetDateTime startedAt;
    private final Environment environment;
    private final Question shown;
    private final List<RouteEvent> events = new ArrayList<>();

    /**
     * A recorder.
     *
     * @param shown the question as the trace may tell it
     */
    Recorder(OffsetDateTime startedAt, Environment environment, Question shown) {
        this.startedAt = startedAt;
        this.environment = environment;
        this.shown = shown;
    }

    @Override
    public void on(RouteEvent event) {
        events.add(event instanceof Started started ? withShown(started) : event);
    }

    private Started withShown(Started of) {
        return new Started(of.nanos(), shown, of.strategy(), of.config(), of.models());
    }

    Trace trace() {
        if (events.isEmpty() || !(events.getFirst() instanceof Started started)) {
            throw new IllegalStateException("the question was never taken up");
        }
        TraceHeader header =
                new TraceHeader(
                        TraceHeader.VERSION,
                        startedAt,
                        environment,
                        shown,
                        started.strategy(),
                        started.config(),
                        started.models());
        return new Trace(header, events, 0, false);
    }
}
