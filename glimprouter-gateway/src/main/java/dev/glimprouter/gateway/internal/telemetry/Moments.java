package dev.glimprouter.gateway.internal.telemetry;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Turns the times of a monotonic clock into times of the calendar.
 *
 * @param instant a moment
 * @param nanos the same moment by the monotonic clock
 */
record Moments(Instant instant, long nanos) {

    /** Nanoseconds since 1970 at which the monotonic clock showed this. */
    long epochNanos(long at) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano() + at - nanos;
    }
}
