package dev.glimprouter.gateway;

import dev.glimprouter.gateway.internal.telemetry.ReportJson;
import dev.glimprouter.reasoning.Writer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of a request once it has ended. No text of a client or a model, and no key, is part
 * of it.
 *
 * @param arrived when it came
 * @param id names it, as its client knows it
 * @param owner the name of the key that it came with; blank where nobody needs one
 * @param asked what was asked for; empty where it was refused before that was known to be sound
 * @param status HTTP status
 * @param outcome {@code ok}, {@code failed}, {@code cancelled} or {@code refused}
 * @param error a word for what went wrong, as clients are told it; blank for nothing
 * @param times how long it took
 * @param work what the models did for it
 */
public record RequestReport(
        Instant arrived,
        String id,
        String owner,
        Optional<Asked> asked,
        int status,
        String outcome,
        String error,
        Times times,
        Work work) {

    /** One JSON object on one line, without a line end. */
    public String json() {
        return ReportJson.of(this);
    }

    /**
     * What was asked for.
     *
     * @param model the model as the client named it
     * @param stream whether the reply is streamed
     */
    public record Asked(String model, boolean stream) {}

    /**
     * How long a request took, from its arrival on.
     *
     * @param waited until it was its turn; empty if it never was
     * @param firstText until the first text went out; empty if none did
     * @param total until its end
     */
    public record Times(Optional<Duration> waited, Optional<Duration> firstText, Duration total) {}

    /**
     * What the models did, over all answers.
     *
     * @param strategy the strategy with its parameters; blank where no model was asked
     * @param promptTokens tokens of the question
     * @param completionTokens tokens of the kept steps and the answers
     * @param steps how many steps each model wrote
     * @param discardedTokens tokens that nobody kept
     */
    public record Work(
            String strategy,
            long promptTokens,
            long completionTokens,
            Map<Writer, Integer> steps,
            long discardedTokens) {

        /** No model was asked. */
        public static final Work NONE = new Work("", 0, 0, Map.of(), 0);

        /** Copies the map. */
        public Work {
            steps = Map.copyOf(steps);
        }

        /** How many steps a model wrote. */
        public int steps(Writer writer) {
            return steps.getOrDefault(writer, 0);
        }
    }
}
