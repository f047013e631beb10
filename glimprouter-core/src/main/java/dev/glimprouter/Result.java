package dev.glimprouter;

import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import java.util.Map;

/**
 * An answered question.
 *
 * @param answer the answer's text
 * @param ending how the answer ended; {@link Ending#LENGTH} if it was cut
 * @param reasoning the steps before it
 * @param stop why the reasoning ended
 * @param usage what each model did; a model that was not needed has no entry
 * @param nanos wall-clock nanoseconds from start to end
 */
public record Result(
        String answer,
        Ending ending,
        Reasoning reasoning,
        Stop stop,
        Map<Writer, Usage> usage,
        long nanos) {

    /** Copies the map. */
    public Result {
        usage = Map.copyOf(usage);
    }
}
