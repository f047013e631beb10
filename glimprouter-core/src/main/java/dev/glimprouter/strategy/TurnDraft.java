package dev.glimprouter.strategy;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Writer;

/** A draft of the step at hand. */
record TurnDraft(Turn turn, Draft draft) implements DraftView {

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
