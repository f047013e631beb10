package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers under the names of OpenTelemetry's conventions for generative models. Thread safe.
 *
 * <p>The model is the pair's own name, without what a client wrote behind it: there are few.
 */
public final class GenAiMetrics {

    /** What is done here, in the words of the conventions. */
    public static final String OPERATION = "chat";

    /** Whose models these are. */
    public static final String PROVIDER = "glimprouter";

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Ending, Timer> durations = new ConcurrentHashMap<>();
    private final Timer firstTokens;
    private final Timer eachTokens;
    private final DistributionSummary inputs;
    private final DistributionSummary outputs;

    /** What tells durations apart. */
    private record Ending(Outcome outcome, boolean stream) {}

    GenAiMetrics(MeterRegistry registry, String model) {
        this.registry = registry;
        this.tags =
                Tags.of(
                        "gen_ai.operation.name", OPERATION,
                        "gen_ai.provider.name", PROVIDER,
                        "gen_ai.request.model", model);
        this.firstTokens =
                Timer.builder("gen_ai.server.time_to_first_token")
                        .description("From arrival to the first text.")
                        .serviceLevelObjectives(Buckets.WAITS)
                        .tags(tags)
                        .register(registry);
        this.eachTokens =
                Timer.builder("gen_ai.server.time_per_output_token")
                        .description("From the first text to the end, by token after the first.")
                        .serviceLevelObjectives(Buckets.PER_TOKEN)
                        .tags(tags)
                        .register(registry);
        this.inputs = tokens("input");
        this.outputs = tokens("output");
    }

    /** A request came to its end, so long after it had arrived. */
    public void ended(Outcome outcome, boolean stream, Duration time) {
        durations.computeIfAbsent(new Ending(outcome, stream), this::duration).record(time);
    }

    private Timer duration(Ending ending) {
        return Timer.builder("gen_ai.server.request.duration")
                .description("From a request's arrival to its end.")
                .serviceLevelObjectives(Buckets.REQUESTS)
                .tags(tags)
                .tag("outcome", Json.word(ending.outcome()))
                .tag("stream", Boolean.toString(ending.stream()))
                .register(registry);
    }

    /** The first text went out, so long after the request had arrived. */
    public void began(Duration time) {
        firstTokens.record(time);
    }

    /**
     * A request was answered.
     *
     * @param work what it took
     * @param writing from the first text to the end
     */
    public void used(RequestReport.Work work, Optional<Duration> writing) {
        inputs.record((double) work.promptTokens());
        outputs.record((double) work.completionTokens());
        if (writing.isPresent() && work.completionTokens() > 1) {
            eachTokens.record(writing.get().dividedBy(work.completionTokens() - 1));
        }
    }

    private DistributionSummary tokens(String type) {
        return DistributionSummary.builder("gen_ai.client.token.usage")
                .description("Tokens of question and reply.")
                .serviceLevelObjectives(Buckets.TOKENS)
                .tags(tags)
                .tag("gen_ai.token.type", type)
                .register(registry);
    }
}
