package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.engine.Secret;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.gateway.SpanExport;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes spans and sends them to a collector, or drops them. Thread safe. */
public final class Tracing implements AutoCloseable {

    /** How long spans that were not sent yet may take at the end. */
    private static final long LAST_SECONDS = 2;

    private static final Map<String, String> USUAL =
            Map.of(
                    "otel.service.name", "glimprouter",
                    "otel.exporter.otlp.protocol", "http/protobuf");

    private final OpenTelemetry telemetry;
    private final Tracer tracer;
    private final Runnable close;

    private Tracing(OpenTelemetry telemetry, Runnable close) {
        this.telemetry = telemetry;
        this.tracer = telemetry.getTracer("dev.glimprouter.gateway");
        this.close = close;
    }

    /** Drops all spans. */
    public static Tracing none() {
        return new Tracing(OpenTelemetry.noop(), () -> {});
    }

    /**
     * Sends spans, a few seconds after their end.
     *
     * @param environment variables by name, null for what is not set, for the references of headers
     * @param failed hears when they cannot be sent, once for each such time
     * @throws SetupException if the settings, or the variables that they leave things to, are wrong
     */
    public static Tracing open(
            SpanExport to,
            UnaryOperator<@Nullable String> environment,
            Consumer<RuntimeException> failed) {
        Map<String, String> chosen = chosen(to, environment);
        try {
            OpenTelemetrySdk sdk =
                    AutoConfiguredOpenTelemetrySdk.builder()
                            .disableShutdownHook()
                            .addPropertiesSupplier(() -> USUAL)
                            .addPropertiesCustomizer(_ -> chosen)
                            .addSpanExporterCustomizer(
                                    (exporter, _) -> new ToldExporter(exporter, failed))
                            .build()
                            .getOpenTelemetrySdk();
            return new Tracing(
                    sdk,
                    () ->
                            sdk.getSdkTracerProvider()
                                    .shutdown()
                                    .join(LAST_SECONDS, TimeUnit.SECONDS));
        } catch (RuntimeException wrong) {
            throw new SetupException(
                    "Spans cannot be sent (%s): check serve.telemetry and the OTEL_ variables."
                            .formatted(withoutValues(String.valueOf(wrong.getMessage()))),
                    wrong);
        }
    }

    /** Messages may repeat a variable, and so a key. */
    private static String withoutValues(String message) {
        return message.replaceAll("(?s)[=:].*", "");
    }

    private static Map<String, String> chosen(
            SpanExport to, UnaryOperator<@Nullable String> environment) {
        Map<String, String> chosen = new HashMap<>();
        chosen.put("otel.metrics.exporter", "none");
        chosen.put("otel.logs.exporter", "none");
        to.endpoint().ifPresent(at -> chosen.put("otel.exporter.otlp.traces.endpoint", traces(at)));
        to.service().ifPresent(name -> chosen.put("otel.service.name", name));
        to.sampleRate()
                .ifPresent(
                        share -> {
                            chosen.put("otel.traces.sampler", "parentbased_traceidratio");
                            chosen.put("otel.traces.sampler.arg", share.toString());
                        });
        if (!to.headers().isEmpty()) {
            chosen.put("otel.exporter.otlp.traces.headers", headers(to.headers(), environment));
        }
        return chosen;
    }

    private static String traces(URI base) {
        return base.toString().replaceFirst("/+$", "") + "/v1/traces";
    }

    private static String headers(
            Map<String, String> references, UnaryOperator<@Nullable String> environment) {
        return references.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(value(entry.getValue(), environment)))
                .collect(Collectors.joining(","));
    }

    private static String value(String reference, UnaryOperator<@Nullable String> environment) {
        int space = reference.startsWith("B") ? reference.indexOf(' ') + 1 : 0;
        Secret secret = Secret.of(reference.substring(space), environment);
        return reference.substring(0, space) + secret.reveal();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Tracer tracer() {
        return tracer;
    }

    /** What a request belongs to by its headers. */
    Context caller(Function<String, Optional<String>> headers) {
        return telemetry
                .getPropagators()
                .getTextMapPropagator()
                .extract(Context.root(), headers, new HeaderGetter());
    }

    /** Sends what is left, and takes no more. */
    @Override
    public void close() {
        close.run();
    }
}
