package dev.glimprouter.eval.study;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Stepwise;
import dev.glimprouter.strategy.Turn;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Begins with steps that are given, has one model write the next one, and then goes on by another
 * strategy. A policy that looks at past glimpses sees none of the given steps.
 *
 * @param given the first steps, of which none ends the reasoning
 * @param writer who writes the step after them
 * @param rest who goes on
 */
record GivenSteps(List<Step> given, Writer writer, Stepwise rest) implements Stepwise {

    GivenSteps {
        given = List.copyOf(given);
    }

    @Override
    public String name() {
        return rest.name();
    }

    @Override
    public Set<Writer> writers() {
        return EnumSet.allOf(Writer.class);
    }

    @Override
    public Writer answerWriter() {
        return rest.answerWriter();
    }

    @Override
    public Step next(Turn turn) {
        if (turn.index() < given.size()) {
            return given.get(turn.index());
        }
        if (turn.index() == given.size()) {
            turn.decided(Decision.fixed(writer, "fork", "a fork of the study"));
            return turn.write(writer);
        }
        return rest.next(turn);
    }

    @Override
    public void kept(Step step) {
        rest.kept(step);
    }
}
