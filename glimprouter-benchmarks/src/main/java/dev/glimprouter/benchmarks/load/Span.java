package dev.glimprouter.benchmarks.load;

import java.time.Duration;
import java.util.List;

/**
 * When a stream was open.
 *
 * @param fromNanos when its client read its first byte
 * @param toNanos when its client read its last byte
 */
record Span(long fromNanos, long toNanos) {

    /** How long all of them were open at once; negative if they never were. */
    static Duration common(List<Span> all) {
        long from = all.stream().mapToLong(Span::fromNanos).max().orElseThrow();
        long to = all.stream().mapToLong(Span::toNanos).min().orElseThrow();
        return from == Long.MAX_VALUE ? Duration.ofNanos(-1) : Duration.ofNanos(to - from);
    }
}
