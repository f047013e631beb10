package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Going round in circles: large writes after a step that says what one of the steps shortly before
 * it has said, and after several steps in a row that begin with a word of hesitation. No opinion
 * otherwise; no glimpse.
 *
 * <p>Steps are the same if their texts are, apart from case and outer white space. It speaks up at
 * the first repeated step; the rule that ends the reasoning waits for the whole cycle. TrigReason's
 * intervention request (arXiv 2604.14847); its word list and numbers are not published where we
 * could read them, so that words and defaults are our own.
 *
 * @param within how many steps back a repeat is looked for, from 0: never
 * @param hesitations how many hesitating steps in a row are too many, from 0: never
 */
public record LoopGuard(int within, int hesitations) implements RoutingPolicy {

    /** Our default reach, in steps. */
    public static final int DEFAULT_WITHIN = 8;

    /** Our default run of hesitating steps. */
    public static final int DEFAULT_HESITATIONS = 2;

    private static final Pattern HESITATION =
            Pattern.compile(
                    "\\s*(?:(?:but|oh|no|so|ok|okay)\\b[,.]?\\s*)?"
                            + "(?:wait|hmm+|hold on|alternatively|on second thought"
                            + "|let me (?:re-?check|double-check|reconsider|start over))\\b",
                    Pattern.CASE_INSENSITIVE);

    /** Checks ranges. */
    public LoopGuard {
        Ranges.require("within", within, 0, Integer.MAX_VALUE);
        Ranges.require("hesitations", hesitations, 0, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "loop(within=%d, hesitations=%d)".formatted(within, hesitations);
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        List<Step> steps = step.reasoning().steps();
        int back = stepsBack(steps);
        if (back > 0) {
            return Optional.of(large(back, within, "the last step is a repeat"));
        }
        if (hesitates(steps)) {
            return Optional.of(large(hesitations, hesitations, "one hesitation after another"));
        }
        return Optional.empty();
    }

    private Decision large(double score, double threshold, String reason) {
        return new Decision(Writer.LARGE, name(), score, threshold, true, reason);
    }

    /** How far before the last step the same one stands; 0 if nowhere near. */
    private int stepsBack(List<Step> steps) {
        int last = steps.size() - 1;
        for (int back = 1; back <= Math.min(within, last); back++) {
            String now = steps.get(last).text().strip();
            if (now.equalsIgnoreCase(steps.get(last - back).text().strip())) {
                return back;
            }
        }
        return 0;
    }

    private boolean hesitates(List<Step> steps) {
        return hesitations > 0
                && steps.size() >= hesitations
                && steps.subList(steps.size() - hesitations, steps.size()).stream()
                        .allMatch(step -> HESITATION.matcher(step.text()).lookingAt());
    }
}
