package dev.glimprouter.gateway.internal.telemetry;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Names of attributes: those of OpenTelemetry's conventions for generative models where there is
 * one, else under our own prefix.
 */
final class SpanNames {

    static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
    static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
    static final AttributeKey<Boolean> STREAM = booleanKey("gen_ai.request.stream");
    static final AttributeKey<Long> INPUT = longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> OUTPUT = longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<String> ERROR = stringKey("error.type");
    static final AttributeKey<Long> STATUS = longKey("http.response.status_code");

    static final AttributeKey<String> REQUEST_ID = stringKey("glimprouter.request.id");
    static final AttributeKey<String> KEY = stringKey("glimprouter.key");
    static final AttributeKey<String> OUTCOME = stringKey("glimprouter.outcome");
    static final AttributeKey<String> STRATEGY = stringKey("glimprouter.strategy");
    static final AttributeKey<Long> STEPS_SMALL = longKey("glimprouter.steps.small");
    static final AttributeKey<Long> STEPS_LARGE = longKey("glimprouter.steps.large");
    static final AttributeKey<Long> DISCARDED = longKey("glimprouter.discarded_tokens");
    static final AttributeKey<Double> QUEUE_SECONDS = doubleKey("glimprouter.queue.seconds");

    static final AttributeKey<Long> CHOICE = longKey("glimprouter.choice");
    static final AttributeKey<Long> STEP = longKey("glimprouter.step");
    static final AttributeKey<String> WRITER = stringKey("glimprouter.writer");
    static final AttributeKey<Long> TOKENS = longKey("glimprouter.tokens");
    static final AttributeKey<Long> ATTEMPT = longKey("glimprouter.attempt");
    static final AttributeKey<Long> REJECTED = longKey("glimprouter.rejected_tokens");
    static final AttributeKey<String> ENDED = stringKey("glimprouter.ended");
    static final AttributeKey<String> STOP = stringKey("glimprouter.stop");
    static final AttributeKey<Double> H_INIT = doubleKey("glimprouter.h_init");
    static final AttributeKey<Double> TAU = doubleKey("glimprouter.tau");
    static final AttributeKey<Double> SCORE = doubleKey("glimprouter.score");
    static final AttributeKey<String> POLICY = stringKey("glimprouter.policy");
    static final AttributeKey<Boolean> CERTAIN = booleanKey("glimprouter.certain");
    static final AttributeKey<String> REASON = stringKey("glimprouter.reason");

    private SpanNames() {}
}
