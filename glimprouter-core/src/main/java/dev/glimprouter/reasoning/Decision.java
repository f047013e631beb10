package dev.glimprouter.reasoning;

import java.util.Objects;

/**
 * Who writes the next step, and why, as data.
 *
 * @param writer who writes
 * @param policy name of the rule that decided
 * @param score the number it looked at, in the rule's own unit (nats for H_init); NaN where it
 *     looked at none
 * @param threshold what the score was compared with, same unit; NaN where it was compared with
 *     nothing
 * @param certain false where only bounds on the score are known and they lie on both sides of the
 *     threshold
 * @param reason a few words for people
 */
public record Decision(
        Writer writer,
        String policy,
        double score,
        double threshold,
        boolean certain,
        String reason) {

    /** Checks for nulls. */
    public Decision {
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(reason, "reason");
    }

    /** A decision without a score. */
    public static Decision fixed(Writer writer, String policy, String reason) {
        return new Decision(writer, policy, Double.NaN, Double.NaN, true, reason);
    }
}
