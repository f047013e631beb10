package dev.glimprouter.glimpse;

import java.util.Objects;

/**
 * What one glimpse saw.
 *
 * @param entropy entropy of the first token's raw distribution: H_init
 * @param tokenId id of the token that was sampled, or -1 where the engine does not tell
 * @param token its visible text, possibly empty while a character is incomplete
 * @param nanos wall-clock nanoseconds from asking for the token to having it
 */
public record Probe(Entropy entropy, int tokenId, String token, long nanos) {

    /** Checks for nulls. */
    public Probe {
        Objects.requireNonNull(entropy, "entropy");
        Objects.requireNonNull(token, "token");
    }

    /** H_init in nats. */
    public double hInit() {
        return entropy.nats();
    }
}
