package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.reasoning.Writer;

import java.util.concurrent.atomic.AtomicInteger;

/** How far one question has come along its route. */
final class Replay implements RouteListener {

    private final ReplayRoute route;
    private final AtomicInteger step = new AtomicInteger();

    Replay(ReplayRoute route) {
        this.route = route;
    }

    @Override
    public void on(RouteEvent event) {
        if (event instanceof RouteEvent.StepWritten) {
            step.incrementAndGet();
        }
    }

    ReplayRoute route() {
        return route;
    }

    int step() {
        return step.get();
    }

    /** Whether all steps are written, so that what comes is the answer. */
    boolean isAnswering() {
        return step() >= route.steps().size();
    }

    boolean isLastStep() {
        return step() == route.steps().size() - 1;
    }

    /** Who writes the step at hand. */
    Writer writer() {
        return route.steps().get(step()).writer();
    }

    /** How many tokens the stretch at hand has. */
    int tokens() {
        return isAnswering() ? route.answerTokens() : route.steps().get(step()).tokens();
    }
}
