package dev.glimprouter.gateway.internal.access;

import java.time.Duration;

/**
 * So much a minute: a store that holds a minute's worth, is full at first and refills evenly.
 *
 * <p>What is taken may be known only afterwards, so that the store may owe. Not thread safe.
 */
final class Rate {

    private static final double MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private double level;
    private long atNanos;

    Rate(int perMinute, long nowNanos) {
        this.perMinute = perMinute;
        this.level = perMinute;
        this.atNanos = nowNanos;
    }

    int perMinute() {
        return perMinute;
    }

    /** How long it takes until there is one; zero if there is. */
    Duration untilOne(long nowNanos) {
        refill(nowNanos);
        double missing = Math.max(0, 1 - level);
        return Duration.ofNanos((long) Math.ceil(missing * MINUTE_NANOS / perMinute));
    }

    void take(long amount, long nowNanos) {
        refill(nowNanos);
        level -= amount;
    }

    private void refill(long nowNanos) {
        double passed = nowNanos - atNanos;
        level = Math.min(perMinute, level + passed * perMinute / MINUTE_NANOS);
        atNanos = nowNanos;
    }
}
