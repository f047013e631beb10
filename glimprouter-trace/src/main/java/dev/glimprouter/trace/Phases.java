package dev.glimprouter.trace;

import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Writer;

import java.util.Map;

/**
 * Where the time of a question went, in nanoseconds; no nanosecond is counted twice.
 *
 * @param smallPrefillNanos small evaluated the head and what large wrote
 * @param largePrefillNanos large evaluated the head and what small wrote
 * @param glimpseNanos glimpses, without the prefill inside them
 * @param judgeNanos models judged drafts, without the prefill for it
 * @param smallDecodeNanos small wrote
 * @param largeDecodeNanos large wrote
 * @param otherNanos the rest: the router's own work, and waiting
 */
public record Phases(
        long smallPrefillNanos,
        long largePrefillNanos,
        long glimpseNanos,
        long judgeNanos,
        long smallDecodeNanos,
        long largeDecodeNanos,
        long otherNanos) {

    static Phases of(long totalNanos, Map<Writer, Usage> usage, long prefillInGlimpsesNanos) {
        Usage small = usage.getOrDefault(Writer.SMALL, Usage.NONE);
        Usage large = usage.getOrDefault(Writer.LARGE, Usage.NONE);
        long glimpse = Math.max(0, small.glimpseNanos() - prefillInGlimpsesNanos);
        long judged = small.judging().nanos() + large.judging().nanos();
        long known =
                small.prefillNanos()
                        + large.prefillNanos()
                        + glimpse
                        + judged
                        + small.decodeNanos()
                        + large.decodeNanos();
        return new Phases(
                small.prefillNanos(),
                large.prefillNanos(),
                glimpse,
                judged,
                small.decodeNanos(),
                large.decodeNanos(),
                Math.max(0, totalNanos - known));
    }
}
