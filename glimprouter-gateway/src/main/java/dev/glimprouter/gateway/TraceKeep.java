package dev.glimprouter.gateway;

import dev.glimprouter.error.RequestException;

import java.time.Duration;
import java.util.Optional;

/**
 * How many traces stay in a folder, and for how long. The oldest ones go first, and none that is
 * still being written.
 *
 * @param most how many stay; empty for all
 * @param age how long one stays after it was written; empty for ever
 */
public record TraceKeep(Optional<Integer> most, Optional<Duration> age) {

    /** All stay. */
    public static final TraceKeep ALL = new TraceKeep(Optional.empty(), Optional.empty());

    /** Checks the bounds. */
    public TraceKeep {
        if (most.isPresent() && most.get() < 1) {
            throw new RequestException("keep is at least 1 trace, not %d.".formatted(most.get()));
        }
        if (age.isPresent() && !age.get().isPositive()) {
            throw new RequestException("keep-for has to be longer than nothing.");
        }
    }
}
