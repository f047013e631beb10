package dev.glimprouter.gateway.internal.telemetry;

import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;

/** Reads the headers that say what a request belongs to. */
final class HeaderGetter implements TextMapGetter<Function<String, Optional<String>>> {

    @Override
    public @Nullable String get(@Nullable Function<String, Optional<String>> headers, String name) {
        return headers == null ? null : headers.apply(name).orElse(null);
    }
}
