package dev.glimprouter.cli.config;

import dev.glimprouter.engine.Secret;
import dev.glimprouter.error.RequestException;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where a key is to be found, never the key itself.
 *
 * @param text {@code env:NAME} or {@code file:PATH}
 */
public record KeyReference(String text) {

    private static final Pattern FORM = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:.+");

    /** Refuses anything else, and does not repeat it: it may be a key. */
    public KeyReference {
        if (!FORM.matcher(text).matches()) {
            throw new RequestException(
                    "A key is named as env:NAME or file:PATH, and is never written out itself.");
        }
    }

    /**
     * Fetches the key.
     *
     * @param environment variables by name, null for what is not set
     * @throws dev.glimprouter.error.SetupException if there is none
     */
    public Secret fetch(UnaryOperator<@Nullable String> environment) {
        return Secret.of(text, environment);
    }
}
