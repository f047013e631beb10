package dev.glimprouter.eval.run;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.Environment;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

/**
 * The first line of a run file: all that is the same for every entry.
 *
 * @param version version of the file's format, from 1
 * @param startedAt wall-clock time at which the file was begun
 * @param environment where the questions are asked
 * @param data the questions
 * @param prompting what is said beside them
 * @param grading the rule by which replies are graded, in words
 * @param strategy the strategy's name with its parameters
 * @param config the rules in force, the seed among them; its repeat says nothing
 * @param repeats how often each question is asked
 * @param models the models by role
 */
public record RunHeader(
        int version,
        OffsetDateTime startedAt,
        Environment environment,
        RunData data,
        Prompting prompting,
        String grading,
        String strategy,
        RouterConfig config,
        int repeats,
        Map<Writer, EngineInfo> models) {

    /** Name of the format, in the field {@code schema} of every header. */
    public static final String SCHEMA = "glimprouter.run";

    /** The version that this library writes, and the newest that it reads. */
    public static final int VERSION = 1;

    /** Copies the map; the rules are those of repeat 0. */
    public RunHeader {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(prompting, "prompting");
        Objects.requireNonNull(grading, "grading");
        Objects.requireNonNull(strategy, "strategy");
        config = config.withRepeat(0);
        if (repeats < 1) {
            throw new IllegalArgumentException("a question is asked once at least");
        }
        models = Map.copyOf(models);
    }

    /** The same under another rule of grading. */
    public RunHeader withGrading(String rule) {
        return new RunHeader(
                version,
                startedAt,
                environment,
                data,
                prompting,
                rule,
                strategy,
                config,
                repeats,
                models);
    }

    /** What reports call it: the strategy, with the rules that change who writes and how. */
    public String system() {
        return SystemName.of(strategy, config);
    }

    /** How many entries the complete run has. */
    public int entries() {
        return data.questions() * repeats;
    }
}
