package dev.glimprouter.engine;

import dev.glimprouter.error.SetupException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A key that no text of ours shows.
 *
 * <p>It comes from the environment or a file, never from a command line. Immutable.
 */
public final class Secret {

    private static final long MOST_BYTES = 1 << 16;

    private final String value;
    private final String source;

    private Secret(String value, String source) {
        this.value = value.strip();
        this.source = source;
        if (this.value.isEmpty() || !this.value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new SetupException(
                    "%s holds no key: one word of printable ASCII is wanted.".formatted(source));
        }
    }

    /**
     * Reads a reference: {@code env:NAME} or {@code file:PATH}.
     *
     * @param environment variables by name, null for what is not set
     * @throws SetupException if there is no such key
     */
    public static Secret of(String reference, UnaryOperator<@Nullable String> environment) {
        if (reference.startsWith("env:")) {
            return ofEnvironment(reference.substring("env:".length()), environment);
        }
        if (reference.startsWith("file:")) {
            return ofFile(Path.of(reference.substring("file:".length())));
        }
        throw new SetupException(
                "A key is named as env:NAME or file:PATH, and is never written out itself.");
    }

    private static Secret ofEnvironment(String name, UnaryOperator<@Nullable String> environment) {
        String value = environment.apply(name);
        if (value == null) {
            throw new SetupException(
                    "The environment variable %s is not set: put the key into it.".formatted(name));
        }
        return new Secret(value, "The environment variable " + name);
    }

    private static Secret ofFile(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SetupException("%s is too long for a key.".formatted(file));
            }
            return new Secret(Files.readString(file), "The file " + file);
        } catch (IOException unreadable) {
            throw new SetupException(
                    "The key file %s cannot be read: %s."
                            .formatted(file, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }

    /** The key itself, to be sent and nothing else. */
    public String reveal() {
        return value;
    }

    /** The text with every occurrence of the key blotted out. */
    public String mask(String text) {
        return text.replace(value, "****");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Where it comes from, never what it is. */
    @Override
    public String toString() {
        return source + ": ****";
    }
}
