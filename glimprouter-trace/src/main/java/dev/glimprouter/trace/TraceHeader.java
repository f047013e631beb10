package dev.glimprouter.trace;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

/**
 * The first line of a trace file: all that is known before the first step.
 *
 * @param version version of the file's format, from 1
 * @param startedAt wall-clock time at which the question was taken up: zero of all events' nanos
 * @param environment where it was asked
 * @param question what is asked
 * @param strategy the strategy's name with its parameters
 * @param config the rules in force, seed and repeat among them
 * @param models the models by role
 */
public record TraceHeader(
        int version,
        OffsetDateTime startedAt,
        Environment environment,
        Question question,
        String strategy,
        RouterConfig config,
        Map<Writer, EngineInfo> models) {

    /** Name of the format, in the field {@code schema} of every header. */
    public static final String SCHEMA = "glimprouter.trace";

    /** The version that this library writes, and the newest that it reads. */
    public static final int VERSION = 1;

    /** Copies the map. */
    public TraceHeader {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(config, "config");
        models = Map.copyOf(models);
    }

    /** The header of a question that has just started. */
    static TraceHeader of(Started started, OffsetDateTime now, Environment environment) {
        return new TraceHeader(
                VERSION,
                now,
                environment,
                started.question(),
                started.strategy(),
                started.config(),
                started.models());
    }
}
