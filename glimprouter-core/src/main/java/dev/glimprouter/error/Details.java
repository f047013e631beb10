package dev.glimprouter.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a program may want to know of a failure beside its message.
 *
 * @param engine where it happened: a model's name or a server's address; blank if nowhere special
 * @param status the HTTP status that a server answered with; empty if none did
 * @param retryAfter how long the server asks one to wait; empty if it does not
 */
public record Details(String engine, OptionalInt status, Optional<Duration> retryAfter) {

    /** Nothing to tell. */
    public static final Details NONE = new Details("", OptionalInt.empty(), Optional.empty());

    /** Checks for nulls. */
    public Details {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /** A failure of one engine. */
    public static Details of(String engine) {
        return new Details(engine, OptionalInt.empty(), Optional.empty());
    }

    /** A failure that a server answered with. */
    public static Details of(String engine, int status) {
        return new Details(engine, OptionalInt.of(status), Optional.empty());
    }

    /** The same with the time that the server asks one to wait. */
    public Details withRetryAfter(Duration time) {
        return new Details(engine, status, Optional.of(time));
    }
}
