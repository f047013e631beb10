package dev.glimprouter.eval.plan;

import java.util.OptionalDouble;

/**
 * One recorded question and repeat.
 *
 * @param question its id
 * @param hash checksum of its text
 * @param work what was done
 * @param seconds how long it took; empty where it was not asked alone
 * @param timing where the time went
 * @param route how it was answered
 */
record Recorded(
        String question,
        String hash,
        Work work,
        OptionalDouble seconds,
        Timing timing,
        Route route) {

    boolean isTimed() {
        return seconds.isPresent();
    }
}
