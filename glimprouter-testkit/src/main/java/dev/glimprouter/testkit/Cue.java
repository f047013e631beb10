package dev.glimprouter.testkit;

import dev.glimprouter.engine.Incident;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TokenDistribution;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a scripted model does next. */
public sealed interface Cue {

    /**
     * Writes one token.
     *
     * @param text its raw text; stop rules are applied later
     * @param distribution what it reports if asked; empty for a missing one
     * @param delayNanos nanoseconds that pass before it
     * @param end whether it is the end-of-sequence token
     * @param logProbability natural logarithm of its probability, which it reports if asked for
     *     every token's distribution; empty where that is not told
     */
    record Word(
            String text,
            Optional<TokenDistribution> distribution,
            long delayNanos,
            boolean end,
            OptionalDouble logProbability)
            implements Cue {
        /** Checks ranges. */
        public Word {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(distribution, "distribution");
            if (delayNanos < 0) {
                throw new IllegalArgumentException("a delay must not be negative: " + delayNanos);
            }
        }

        /** A token that is the first one of its distribution's vocabulary. */
        public Word(
                String text,
                Optional<TokenDistribution> distribution,
                long delayNanos,
                boolean end) {
            this(text, distribution, delayNanos, end, ofFirst(distribution));
        }

        private static OptionalDouble ofFirst(Optional<TokenDistribution> distribution) {
            return distribution.isPresent() && distribution.get() instanceof FullDistribution full
                    ? OptionalDouble.of(full.logProbability(0))
                    : OptionalDouble.empty();
        }

        /** A token that the model is certain of, at once. */
        public static Word of(String text) {
            return new Word(text, Optional.of(Distributions.certain()), 0, false);
        }

        /** The end of the sequence, certain, at once. */
        public static Word ofEnd() {
            return new Word("", Optional.of(Distributions.certain()), 0, true);
        }
    }

    /** Runs something on the reader's thread, such as a failure or a cancellation. */
    record Act(Runnable action) implements Cue {}

    /** Something befalls the stream, before its next token. */
    record Befall(Incident incident) implements Cue {}

    /** Blocks the reader until the stream is closed. */
    record Silence() implements Cue {}
}
