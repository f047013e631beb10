package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Small drafts the step and a verifier looks at it; what it does not accept, large writes anew from
 * the same place.
 *
 * @param verifier the rule
 * @param opening how many steps at the beginning large writes without a draft
 */
public record DraftThenVerify(Verifier verifier, int opening) implements Stepwise {

    /** Checks the range. */
    public DraftThenVerify {
        Objects.requireNonNull(verifier, "verifier");
        Ranges.require("opening", opening, 0, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        List<String> all = new ArrayList<>(verifier.parameters());
        all.add("opening=" + opening);
        return verifier.name() + "(" + String.join(", ", all) + ")";
    }

    @Override
    public boolean draftsFirst() {
        return true;
    }

    @Override
    public int branches(Writer writer) {
        return verifier.judges().contains(writer) ? 1 : 0;
    }

    @Override
    public Step next(Turn turn) {
        if (turn.index() < opening) {
            return large(turn, "opening step");
        }
        Optional<Draft> draft = turn.draft(verifier.watches());
        if (draft.isEmpty()) {
            return large(turn, "no draft");
        }
        return draft.get().isVain()
                ? large(turn, "the draft is only white space")
                : judge(turn, draft.get());
    }

    private Step large(Turn turn, String reason) {
        turn.decided(Decision.fixed(Writer.LARGE, name(), reason));
        return turn.write(Writer.LARGE);
    }

    private Step judge(Turn turn, Draft draft) {
        Verdict verdict = verifier.verify(new TurnDraft(turn, draft));
        turn.judged(draft, verdict);
        turn.decided(
                new Decision(
                        verdict.accepted() ? draft.writer() : Writer.LARGE,
                        name(),
                        verdict.score(),
                        verdict.threshold(),
                        true,
                        verdict.reason()));
        return verdict.accepted() ? turn.keep(draft) : turn.write(Writer.LARGE);
    }
}
