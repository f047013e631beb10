package dev.glimprouter.gateway;

import dev.glimprouter.error.RequestException;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the spans of requests are sent, by OTLP over HTTP.
 *
 * <p>What is empty here is what the standard {@code OTEL_} variables of the environment say, else
 * OpenTelemetry's default.
 *
 * @param endpoint base address of a collector, such as {@code http://localhost:4318}
 * @param headers what is sent along, by name: a reference {@code env:NAME} or {@code file:PATH},
 *     perhaps with {@code Bearer} or {@code Basic} before it
 * @param service the name of this gateway among other services
 * @param sampleRate the share of requests that are followed where their callers do not say, from 0
 *     to 1
 */
public record SpanExport(
        Optional<URI> endpoint,
        Map<String, String> headers,
        Optional<String> service,
        Optional<Double> sampleRate) {

    /** What the environment says. */
    public static final SpanExport DEFAULT =
            new SpanExport(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final Pattern VALUE =
            Pattern.compile("((Bearer|Basic) )?(env:[A-Za-z_][A-Za-z0-9_]*|file:.+)");

    /** Checks ranges; what should have been a reference is not repeated. */
    public SpanExport {
        headers = Map.copyOf(headers);
        endpoint.ifPresent(SpanExport::requireWeb);
        headers.forEach(SpanExport::requireReference);
        if (sampleRate.isPresent() && !(sampleRate.get() >= 0 && sampleRate.get() <= 1)) {
            throw new IllegalArgumentException("a share lies in 0 to 1.");
        }
        if (service.isPresent() && service.get().isBlank()) {
            throw new IllegalArgumentException("a service needs a name.");
        }
    }

    private static void requireWeb(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an address such as http://localhost:4318 is wanted, without a password.");
        }
    }

    private static void requireReference(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new RequestException("'%s' is no name of a header.".formatted(name));
        }
        if (!VALUE.matcher(value).matches()) {
            throw new RequestException(
                    "The header %s is named as env:NAME or file:PATH, with Bearer or Basic before it where needed, and is never written out itself."
                            .formatted(name));
        }
    }

    /** The same to another collector. */
    public SpanExport withEndpoint(URI address) {
        return new SpanExport(Optional.of(address), headers, service, sampleRate);
    }

    /** The same with other headers. */
    public SpanExport withHeaders(Map<String, String> references) {
        return new SpanExport(endpoint, references, service, sampleRate);
    }

    /** The same under another name. */
    public SpanExport withService(String name) {
        return new SpanExport(endpoint, headers, Optional.of(name), sampleRate);
    }

    /** The same for another share of requests. */
    public SpanExport withSampleRate(double share) {
        return new SpanExport(endpoint, headers, service, Optional.of(share));
    }
}
