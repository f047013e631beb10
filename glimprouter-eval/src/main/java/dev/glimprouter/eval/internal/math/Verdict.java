package dev.glimprouter.eval.internal.math;

/**
 * Whether an answer is the same as another one.
 *
 * @param reason one plain sentence
 */
public record Verdict(Outcome outcome, String reason) {

    /** What is known of two answers. */
    public enum Outcome {
        /** They are the same. */
        EQUAL,
        /** They are not. */
        DIFFERENT,
        /** It cannot be said here. */
        UNKNOWN
    }

    static Verdict equal(String reason) {
        return new Verdict(Outcome.EQUAL, reason);
    }

    static Verdict different(String reason) {
        return new Verdict(Outcome.DIFFERENT, reason);
    }

    static Verdict unknown(String reason) {
        return new Verdict(Outcome.UNKNOWN, reason);
    }

    boolean isEqual() {
        return outcome == Outcome.EQUAL;
    }

    boolean isDifferent() {
        return outcome == Outcome.DIFFERENT;
    }
}
