package dev.glimprouter.reasoning;

import java.util.List;

/**
 * Tells whether a reasoning goes round in circles.
 *
 * <p>Two rules. The published one: the last two steps are equal once there are more than two. Ours,
 * for what it misses: the last {@code p} steps repeat the {@code p} steps before them, for some
 * period {@code p} from 2 to the longest one. Steps are compared by their text with outer white
 * space removed. The published trace of a third party shows a cycle of about eight steps that came
 * round three times unnoticed.
 *
 * @param longestPeriod the longest cycle looked for, in steps; 1 leaves only the published rule
 */
public record RepeatDetector(int longestPeriod) {

    /** Finds immediate repeats and cycles of up to 16 steps. */
    public static final RepeatDetector DEFAULT = new RepeatDetector(16);

    /** Checks the period. */
    public RepeatDetector {
        if (longestPeriod < 1) {
            throw new IllegalArgumentException(
                    "longestPeriod must be at least 1: " + longestPeriod);
        }
    }

    /** Whether the last steps of {@code reasoning} repeat those before them. */
    public boolean repeats(Reasoning reasoning) {
        List<Step> steps = reasoning.steps();
        if (steps.size() > 2 && cycle(steps, 1)) {
            return true;
        }
        for (int period = 2; period <= longestPeriod && 2 * period <= steps.size(); period++) {
            if (cycle(steps, period)) {
                return true;
            }
        }
        return false;
    }

    private static boolean cycle(List<Step> steps, int period) {
        int end = steps.size();
        for (int i = end - period; i < end; i++) {
            if (!steps.get(i).text().strip().equals(steps.get(i - period).text().strip())) {
                return false;
            }
        }
        return true;
    }
}
