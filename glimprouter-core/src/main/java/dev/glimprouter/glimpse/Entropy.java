package dev.glimprouter.glimpse;

/**
 * The entropy of a token distribution, in nats, with what is known about its truth.
 *
 * @param nats the value that decisions use: exact, or over the renormalised listed tokens as the
 *     paper has it; at least 0
 * @param coveredMass probability of the listed tokens, from 0 to 1; 1 when exact
 * @param lowerNats the true entropy is at least this
 * @param upperNats the true entropy is at most this
 */
public record Entropy(double nats, double coveredMass, double lowerNats, double upperNats) {

    /** Checks ranges. */
    public Entropy {
        if (!(nats >= 0 && lowerNats >= 0 && upperNats >= lowerNats)) {
            throw new IllegalArgumentException(
                    "not an entropy: " + nats + " in " + lowerNats + " to " + upperNats);
        }
        if (!(coveredMass >= 0 && coveredMass <= 1)) {
            throw new IllegalArgumentException("mass must lie in 0 to 1: " + coveredMass);
        }
    }

    /** An entropy computed over the whole vocabulary. */
    public static Entropy exact(double nats) {
        return new Entropy(nats, 1, nats, nats);
    }

    /** The same bounds with another value for decisions. */
    Entropy withNats(double other) {
        return new Entropy(other, coveredMass, lowerNats, upperNats);
    }

    /** Whether the bounds put the true entropy on the same side of {@code tau} as {@link #nats}. */
    public boolean settles(double tau) {
        return nats >= tau ? lowerNats >= tau : upperNats < tau;
    }
}
