package dev.glimprouter.event;

import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Adds up what one answer took, from its events. Not thread safe. */
public final class Tally implements RouteListener {

    private final Map<Writer, Integer> steps = new EnumMap<>(Writer.class);
    private Map<Writer, Usage> usage = Map.of();
    private String strategy = "";
    private long seed;
    private long prompt;
    private long reasoning;
    private long rejected;
    private long nanos;
    private Optional<Stop> stop = Optional.empty();
    private Optional<Ending> ending = Optional.empty();

    /** Nothing heard yet. */
    public Tally() {}

    @Override
    public void on(RouteEvent event) {
        nanos = event.nanos();
        switch (event) {
            case RouteEvent.Started started -> {
                strategy = started.strategy();
                seed = started.config().seed();
            }
            case RouteEvent.Prefilled prefilled -> prompt(prefilled);
            case RouteEvent.Rejected away -> rejected += away.tokens();
            case RouteEvent.StepWritten(_, Step step) -> {
                steps.merge(step.writer(), 1, Integer::sum);
                reasoning += step.tokens();
            }
            case RouteEvent.Finished finished -> {
                stop = Optional.of(finished.stop());
                ending = Optional.of(finished.ending());
                usage = finished.usage();
            }
            case RouteEvent.Cancelled cancelled -> usage = cancelled.usage();
            case RouteEvent.Failed failed -> usage = failed.usage();
            case RouteEvent.Glimpsed _,
                    RouteEvent.Decided _,
                    RouteEvent.Delta _,
                    RouteEvent.Drafted _,
                    RouteEvent.Judged _,
                    RouteEvent.Speculated _,
                    RouteEvent.Overlapped _,
                    RouteEvent.Retried _,
                    RouteEvent.Moved _,
                    RouteEvent.AnswerDelta _ -> {}
        }
    }

    /** The first model that reads the question counts it. */
    private void prompt(RouteEvent.Prefilled prefilled) {
        if (prompt == 0) {
            prompt = (long) prefilled.cost().promptTokens() + prefilled.cost().cachedTokens();
        }
    }

    /** Tokens of the question, which all answers have in common. */
    public static long promptTokens(Collection<Tally> all) {
        return all.stream().mapToLong(tally -> tally.prompt).max().orElse(0);
    }

    /** Tokens of reasoning and answer that the client got, over all answers. */
    public static long completionTokens(Collection<Tally> all) {
        return all.stream().mapToLong(Tally::completionTokens).sum();
    }

    /** Tokens of the kept steps, over all answers. */
    public static long reasoningTokens(Collection<Tally> all) {
        return all.stream().mapToLong(tally -> tally.reasoning).sum();
    }

    /** The strategy with its parameters. */
    public String strategy() {
        return strategy;
    }

    /** Start of the random draws. */
    public long seed() {
        return seed;
    }

    /** Tokens of the question. */
    public long promptTokens() {
        return prompt;
    }

    /** Tokens of the kept steps. */
    public long reasoningTokens() {
        return reasoning;
    }

    /** Tokens of reasoning and answer that the client got. */
    public long completionTokens() {
        long generated = usage.values().stream().mapToLong(Usage::generatedTokens).sum();
        return Math.max(reasoning, generated - rejected);
    }

    /** Tokens that were decoded and that nobody kept. */
    public long discardedTokens() {
        return usage.values().stream().mapToLong(Usage::discardedTokens).sum();
    }

    /** How many glimpses were taken. */
    public long glimpses() {
        return usage.values().stream().mapToLong(Usage::glimpses).sum();
    }

    /** How many steps a model wrote. */
    public int steps(Writer writer) {
        return steps.getOrDefault(writer, 0);
    }

    /** What each model did; nothing before the end. */
    public Map<Writer, Usage> usage() {
        return usage;
    }

    /** Why the reasoning ended; empty where it did not. */
    public Optional<Stop> stop() {
        return stop;
    }

    /** How the answer ended; empty where it did not. */
    public Optional<Ending> ending() {
        return ending;
    }

    /** Nanoseconds from the start to the last event. */
    public long nanos() {
        return nanos;
    }
}
