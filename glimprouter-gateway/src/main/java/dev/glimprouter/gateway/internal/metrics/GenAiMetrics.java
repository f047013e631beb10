package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.Optional;

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

    GenAiMetrics(MeterRegistry registry, String model) {
        this.registry = registry;
        this.tags =
                Tags.of(
                        "gen_ai.operation.name", OPERATION,
                        "gen_ai.provider.name", PROVIDER,
                        "gen_ai.request.model", model);
    }

    /** A request came to its end, so long after it had arrived. */
    public void ended(Outcome outcome, boolean stream, Duration time) {
        Timer.builder("gen_ai.server.request.duration")
                .description("From a request's arrival to its end.")
                .serviceLevelObjectives(Buckets.REQUESTS)
                .tags(tags)
                .tag("outcome", Json.word(outcome))
                .tag("stream", Boolean.toString(stream))
                .register(registry)
                .record(time);
    }

    /** The first text went out, so long after the request had arrived. */
    public void began(Duration time) {
        Timer.builder("gen_ai.server.time_to_first_token")
                .description("From arrival to the first text.")
                .serviceLevelObjectives(Buckets.WAITS)
                .tags(tags)
                .register(registry)
                .record(time);
    }

    /**
     * A request was answered.
     *
     * @param work what it took
     * @param writing from the first text to the end
     */
    public void used(RequestReport.Work work, Optional<Duration> writing) {
        tokens("input", work.promptTokens());
        tokens("output", work.completionTokens());
        if (writing.isPresent() && work.completionTokens() > 1) {
            Timer.builder("gen_ai.server.time_per_output_token")
                    .description("From the first text to the end, by token after the first.")
                    .serviceLevelObjectives(Buckets.PER_TOKEN)
                    .tags(tags)
                    .register(registry)
                    .record(writing.get().dividedBy(work.completionTokens() - 1));
        }
    }

    private void tokens(String type, long count) {
        DistributionSummary.builder("gen_ai.client.token.usage")
                .description("Tokens of question and reply.")
                .serviceLevelObjectives(Buckets.TOKENS)
                .tags(tags)
                .tag("gen_ai.token.type", type)
                .register(registry)
                .record((double) count);
    }
}
