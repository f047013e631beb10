package dev.glimprouter.eval.study;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Turn;

import java.util.List;
import java.util.Optional;

/** A turn in which both models have drafted the step already: whoever is to write it has. */
record DraftedTurn(Turn turn, Draft small, Draft large) implements Turn {

    @Override
    public Step write(Writer writer) {
        return turn.keep(writer == Writer.SMALL ? small : large);
    }

    @Override
    public void decided(Decision decision) {
        turn.decided(decision);
    }

    @Override
    public int index() {
        return turn.index();
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
    public List<Optional<Probe>> pastGlimpses() {
        return turn.pastGlimpses();
    }

    @Override
    public RouterConfig config() {
        return turn.config();
    }

    @Override
    public Optional<Probe> glimpse() {
        return turn.glimpse();
    }
}
