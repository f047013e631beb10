package dev.glimprouter.langchain4j;

import dev.glimprouter.event.Tally;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an answer came about.
 *
 * @param strategy the strategy with its parameters
 * @param seed start of the random draws
 * @param stop why the reasoning ended; empty where a stop sequence ended the whole
 * @param steps how many steps each model wrote
 * @param hInits H_init in nats of each glimpse that told one, in order
 * @param reasoningTokens tokens of the kept steps
 * @param usage what each model did
 * @param nanos nanoseconds from the start to the end
 */
public record Route(
        String strategy,
        long seed,
        Optional<Stop> stop,
        Map<Writer, Integer> steps,
        List<Double> hInits,
        long reasoningTokens,
        Map<Writer, Usage> usage,
        long nanos) {

    /** Copies the collections. */
    public Route {
        steps = Map.copyOf(steps);
        hInits = List.copyOf(hInits);
        usage = Map.copyOf(usage);
    }

    static Route of(Tally tally, List<Double> hInits) {
        Map<Writer, Integer> steps = new EnumMap<>(Writer.class);
        for (Writer writer : Writer.values()) {
            steps.put(writer, tally.steps(writer));
        }
        return new Route(
                tally.strategy(),
                tally.seed(),
                tally.stop(),
                steps,
                hInits,
                tally.reasoningTokens(),
                tally.usage(),
                tally.nanos());
    }

    /** Share of steps written by large, from 0 to 1; 0 where there are none. */
    public double interventionRate() {
        int large = steps.getOrDefault(Writer.LARGE, 0);
        int small = steps.getOrDefault(Writer.SMALL, 0);
        return large == 0 ? 0 : (double) large / (small + large);
    }
}
