package dev.glimprouter.reasoning;

import java.util.Objects;

/**
 * What came of looking at a draft, as data.
 *
 * @param accepted whether the draft is good enough to be kept
 * @param verifier name of the rule that looked
 * @param score the number it looked at, in the rule's own unit; NaN where it looked at none
 * @param threshold what the score was compared with, same unit; NaN where with nothing
 * @param reason a few words for people
 */
public record Verdict(
        boolean accepted, String verifier, double score, double threshold, String reason) {

    /** Checks for nulls. */
    public Verdict {
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(reason, "reason");
    }
}
