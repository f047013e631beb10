package dev.glimprouter.internal;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What went before a step.
 *
 * @param reasoning the kept steps
 * @param glimpses what was seen before each of them
 */
record Past(Reasoning reasoning, List<Optional<Probe>> glimpses) {

    Past {
        glimpses = List.copyOf(glimpses);
    }

    static Past none() {
        return new Past(Reasoning.empty(), List.of());
    }

    Past plus(Step step, Optional<Probe> seen) {
        List<Optional<Probe>> longer = new ArrayList<>(glimpses);
        longer.add(seen);
        return new Past(reasoning.plus(step), longer);
    }

    Step last() {
        return reasoning.steps().getLast();
    }
}
