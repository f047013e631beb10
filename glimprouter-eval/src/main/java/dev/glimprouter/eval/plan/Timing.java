package dev.glimprouter.eval.plan;

import dev.glimprouter.trace.Phases;

import java.util.List;

/**
 * Where the time of a recorded question went, beside the counts that it is divided by.
 *
 * @param phases nanoseconds by phase
 * @param stretches every evaluation of prompt tokens
 * @param draftNanos nanoseconds of drafting tokens for large, which are part of its decoding
 * @param smallDecodes own tokens of small that its decoding evaluated
 * @param largeDecodes own tokens of large that its decoding evaluated
 * @param glimpseDecodes own tokens of small that glimpses evaluated
 */
record Timing(
        Phases phases,
        List<Stretch> stretches,
        double draftNanos,
        double smallDecodes,
        double largeDecodes,
        double glimpseDecodes) {

    Timing {
        stretches = List.copyOf(stretches);
    }
}
