package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Verdict;

import java.util.OptionalDouble;

/**
 * What a score of a draft is compared with; a score that is missing is a rejection.
 *
 * @param verifier name of the rule
 * @param what what the score is, for people
 * @param threshold in the score's unit
 */
record Bar(String verifier, String what, double threshold) {

    /** Accepts from the threshold on. */
    Verdict atLeast(OptionalDouble score, String missing) {
        if (score.isEmpty()) {
            return rejected(missing);
        }
        boolean high = score.getAsDouble() >= threshold;
        return compared(high, score.getAsDouble(), high ? " >= " : " < ");
    }

    /** Accepts below the threshold. */
    Verdict below(OptionalDouble score, String missing) {
        if (score.isEmpty()) {
            return rejected(missing);
        }
        boolean low = score.getAsDouble() < threshold;
        return compared(low, score.getAsDouble(), low ? " < " : " >= ");
    }

    private Verdict compared(boolean accepted, double score, String sign) {
        return new Verdict(accepted, verifier, score, threshold, what + sign + "threshold");
    }

    /** A verdict without a score that throws the draft away. */
    Verdict rejected(String reason) {
        return new Verdict(false, verifier, Double.NaN, threshold, reason);
    }

    /** A verdict without a score that keeps the draft. */
    Verdict accepted(String reason) {
        return new Verdict(true, verifier, Double.NaN, threshold, reason);
    }
}
