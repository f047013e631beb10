package dev.glimprouter.eval.study;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.strategy.DraftView;
import dev.glimprouter.strategy.Opinion;
import dev.glimprouter.strategy.SpecReason;
import dev.glimprouter.strategy.Turn;

import java.util.OptionalDouble;

/** A draft as large rates it: SpecReason's question, with the mean digit for a finer answer. */
record JudgedDraft(Turn turn, Draft draft) implements DraftView {

    /** What headers say of the judge. */
    static final String NAME = "specreason(scoring=average)";

    private static final SpecReason JUDGE =
            new SpecReason(SpecReason.DEFAULT_THRESHOLD, SpecReason.Scoring.AVERAGE);

    /** Its mean digit, 0 to 9; empty where it is not whole or large told no digit. */
    OptionalDouble score() {
        if (!StepVersion.of(draft).isWhole()) {
            return OptionalDouble.empty();
        }
        double score = JUDGE.verify(this).score();
        return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    @Override
    public Question question() {
        return turn.question();
    }

    @Override
    public Reasoning reasoning() {
        return turn.reasoning();
    }

    @Override
    public Opinion ask(Writer judge, Aside aside) {
        return turn.ask(judge, draft.text(), aside);
    }
}
