package dev.glimprouter.eval.plan;

import java.util.Objects;

/**
 * What it costs, in any currency: for tokens, for time, or both. Prompt tokens that a cache has
 * cost nothing.
 *
 * @param small for small's tokens
 * @param large for large's tokens
 * @param hour for an hour of everything that runs while a question is answered
 */
public record Prices(PerMillion small, PerMillion large, double hour) {

    /** Everything is free. */
    public static final Prices NONE = new Prices(PerMillion.FREE, PerMillion.FREE, 0);

    private static final double MILLION = 1e6;
    private static final double HOUR_SECONDS = 3600;

    /**
     * Prices of a million tokens.
     *
     * @param prompt of those that it reads
     * @param generated of those that it writes
     */
    public record PerMillion(double prompt, double generated) {

        /** Nothing. */
        public static final PerMillion FREE = new PerMillion(0, 0);

        /** Checks that none is negative. */
        public PerMillion {
            if (!(prompt >= 0 && generated >= 0)) {
                throw new IllegalArgumentException("a price must not be negative");
            }
        }

        double of(Load load) {
            return (load.promptTokens() * prompt + load.generatedTokens() * generated) / MILLION;
        }
    }

    /** Checks that none is negative. */
    public Prices {
        Objects.requireNonNull(small, "small");
        Objects.requireNonNull(large, "large");
        if (!(hour >= 0)) {
            throw new IllegalArgumentException("a price must not be negative");
        }
    }

    /** Whether anything costs something. */
    public boolean any() {
        return !equals(NONE);
    }

    /** What some work costs that takes so long. */
    public double of(Work work, double seconds) {
        return small.of(work.small()) + large.of(work.large()) + seconds * hour / HOUR_SECONDS;
    }
}
