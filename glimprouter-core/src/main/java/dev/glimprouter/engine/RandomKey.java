package dev.glimprouter.engine;

import dev.glimprouter.reasoning.Writer;

/**
 * What a stream's random draws derive from, so that neither concurrency nor order changes them.
 *
 * @param seed the user's seed
 * @param question the question's id
 * @param repeat which repeat of the question, from 0
 * @param step which step, from 0; the answer counts as the step after the last
 * @param writer who writes
 * @param attempt which attempt at the step, from 0
 */
public record RandomKey(
        long seed, String question, int repeat, int step, Writer writer, int attempt) {

    /** The start value of the stream's generator: a SplitMix64 hash of all parts. */
    public long derive() {
        long hash = mix(seed);
        for (int i = 0; i < question.length(); i++) {
            hash = mix(hash ^ question.charAt(i));
        }
        hash = mix(hash ^ (((long) repeat << 32) | step));
        return mix(hash ^ ((writer == Writer.SMALL ? 0 : 1L << 32) | attempt));
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
