package dev.glimprouter.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How one place is at which a model runs.
 *
 * @param state whether it takes requests
 * @param pause how long it takes none; zero if it does, or if one may try
 */
public record ReplicaHealth(State state, Duration pause) {

    /** It takes requests. */
    public static final ReplicaHealth WELL = new ReplicaHealth(State.CLOSED, Duration.ZERO);

    /**
     * What a breaker is in; its words are the usual ones: a closed circuit lets requests through.
     */
    public enum State {
        /** It takes requests. */
        CLOSED,
        /** It lives, and asked to be left alone for a while. */
        PAUSED,
        /** One request is under way to find out whether it is well again. */
        HALF_OPEN,
        /** It failed, and is left alone. */
        OPEN
    }

    /** Checks ranges. */
    public ReplicaHealth {
        Objects.requireNonNull(state, "state");
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause must not be negative: " + pause);
        }
    }

    /** Whether a request that comes now would get an answer from it, as far as is known. */
    public boolean usable() {
        return switch (state) {
            case CLOSED, PAUSED -> true;
            case HALF_OPEN -> false;
            case OPEN -> pause.isZero();
        };
    }
}
