package dev.glimprouter.eval.study;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;

/**
 * How much is looked at.
 *
 * @param steps most steps of a question that both models write, at least 1
 * @param forks how many forks of a question at steps with high H_init, and as many at steps with
 *     low; 0 for none
 * @param judged whether large judges small's version of each step
 * @param embedder whose hidden states tell how similar two versions are; empty for nobody's
 */
public record StudyRules(int steps, int forks, boolean judged, Optional<Writer> embedder) {

    /** Forty steps, one fork on each side, judged, compared by small's hidden states. */
    public static final StudyRules DEFAULT = new StudyRules(40, 1, true, Optional.of(Writer.SMALL));

    /** Checks ranges. */
    public StudyRules {
        if (steps < 1 || forks < 0) {
            throw new RequestException(
                    "A study looks at one step at least, and at 0 forks or more.");
        }
    }

    /** The same without a look at similarity. */
    StudyRules withoutEmbedder() {
        return new StudyRules(steps, forks, judged, Optional.empty());
    }
}
