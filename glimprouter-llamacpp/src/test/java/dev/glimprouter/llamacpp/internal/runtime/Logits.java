package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TemperedDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.glimpse.TopDistribution;

/** Compares logits that were computed in different ways. */
final class Logits {

    /**
     * Batches of different sizes sum in different orders, and the cache holds half floats. One
     * token more, less or another one moves some logit of a tiny model by more than 1.
     */
    private static final float TOLERANCE = 0.1f;

    private Logits() {}

    /** A distribution that stays as it is. */
    static FullDistribution copy(TokenDistribution seen) {
        return switch (seen) {
            case FullDistribution full -> new FullDistribution(full.logits().clone());
            case TopDistribution top -> throw new AssertionError("not the whole: " + top);
            case TemperedDistribution top -> throw new AssertionError("not the whole: " + top);
        };
    }

    static void assertClose(float[] actual, float[] expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            if (Math.abs(actual[i] - expected[i]) > TOLERANCE) {
                throw new AssertionError(
                        "%s: logit %d is %s, not %s".formatted(what, i, actual[i], expected[i]));
            }
        }
    }
}
