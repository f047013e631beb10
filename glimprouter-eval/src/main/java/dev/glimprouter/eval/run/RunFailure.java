package dev.glimprouter.eval.run;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a question has no answer.
 *
 * @param kind type of the error
 * @param message its line
 */
public record RunFailure(String kind, String message) {

    /** Checks for nulls. */
    public RunFailure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
    }

    /** What a failure tells. */
    public static RunFailure of(Throwable failure) {
        return new RunFailure(
                failure.getClass().getSimpleName(),
                Optional.ofNullable(failure.getMessage()).orElse("no message"));
    }
}
