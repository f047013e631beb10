package dev.glimprouter.openai.internal.examine;

import java.util.Optional;
import java.util.OptionalDouble;

/** Reads vLLM's {@code /metrics}, in Prometheus' text format. */
final class MetricLoad {

    static final String PATH = "/metrics";

    private static final String RUNNING = "vllm:num_requests_running";
    private static final String WAITING = "vllm:num_requests_waiting";
    private static final String GENERATED = "vllm:generation_tokens_total";

    private MetricLoad() {}

    /** What the server is doing; empty if the answer does not tell. */
    static Optional<Load.Reading> read(String body) {
        OptionalDouble running = sum(body, RUNNING);
        OptionalDouble generated = sum(body, GENERATED);
        if (running.isEmpty() || generated.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Load.Reading(
                        running.getAsDouble() + sum(body, WAITING).orElse(0) > 0,
                        (long) generated.getAsDouble()));
    }

    /** The sum of a metric over all its labels; empty if there is none of that name. */
    private static OptionalDouble sum(String body, String name) {
        double sum = 0;
        boolean found = false;
        for (String line : body.lines().toList()) {
            Optional<Double> value = value(line, name);
            found |= value.isPresent();
            sum += value.orElse(0.0);
        }
        return found ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    private static Optional<Double> value(String line, String name) {
        boolean named = line.startsWith(name + "{") || line.startsWith(name + " ");
        if (!named) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
        } catch (NumberFormatException strange) {
            return Optional.empty();
        }
    }
}
