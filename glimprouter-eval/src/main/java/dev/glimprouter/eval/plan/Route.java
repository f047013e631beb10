package dev.glimprouter.eval.plan;

import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;

import java.util.List;

/**
 * How a recorded question was answered, step by step.
 *
 * @param question what was asked
 * @param config under which rules
 * @param legs the steps
 * @param answerTokens tokens of the answer
 * @param answerWriter who wrote it
 * @param whole whether one generation wrote all of it
 * @param served whether servers were asked
 */
record Route(
        Question question,
        RouterConfig config,
        List<Leg> legs,
        double answerTokens,
        Writer answerWriter,
        boolean whole,
        boolean served) {

    Route {
        legs = List.copyOf(legs);
    }

    /** Whether small was glimpsed before every step. */
    boolean glimpsedThroughout() {
        return !legs.isEmpty() && legs.stream().allMatch(Leg::glimpsed);
    }
}
