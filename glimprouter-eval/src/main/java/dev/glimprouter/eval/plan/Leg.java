package dev.glimprouter.eval.plan;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One recorded step.
 *
 * @param step as it was kept
 * @param glimpsed whether small was glimpsed before it
 * @param probe what that saw; empty where nobody looked or the engine could not tell
 * @param draft tokens of small's draft; empty where it was asked for none
 * @param verdict what came of looking at the draft
 */
record Leg(
        Step step,
        boolean glimpsed,
        Optional<Probe> probe,
        OptionalInt draft,
        Optional<Verdict> verdict) {

    /** Tokens of the version that a model wrote; empty if it wrote none. */
    OptionalInt tokensBy(Writer writer) {
        if (step.writer() == writer) {
            return OptionalInt.of(step.tokens());
        }
        return writer == Writer.SMALL ? draft : OptionalInt.empty();
    }

    /** Who did what. */
    Share share() {
        Share.Drafting drafting =
                draft.isEmpty()
                        ? Share.Drafting.NONE
                        : verdict.isPresent() ? Share.Drafting.JUDGED : Share.Drafting.KEPT_UNSEEN;
        return new Share(step.writer(), glimpsed, drafting);
    }
}
