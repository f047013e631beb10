package dev.glimprouter.cli.config;

import dev.glimprouter.gateway.SpanExport;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/** Reads where spans of requests are sent. */
final class SpanReader {

    private SpanReader() {}

    static SpanExport read(Section from) {
        SpanExport to = SpanExport.DEFAULT;
        to = from.change(to, "endpoint", URI::create, SpanExport::withEndpoint);
        to = from.change(to, "service-name", Function.identity(), SpanExport::withService);
        to = from.change(to, "sample-rate", Numbers::real, SpanExport::withSampleRate);
        SpanExport plain = to;
        Map<String, String> headers = from.section("headers", Section::values).orElse(Map.of());
        return from.check("headers", () -> plain.withHeaders(headers));
    }
}
