package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.data.Problem;

import java.util.ArrayList;
import java.util.List;

/**
 * The order of an evaluation: all questions, then all their repeats; each question by every
 * strategy in turn, so that whatever the machine does meanwhile befalls all of them alike. With
 * each question another strategy goes first.
 */
final class TurnOrder {

    private TurnOrder() {}

    static List<Turn> of(EvaluationPlan plan) {
        List<Problem> problems = plan.dataset().problems();
        List<Contestant> contestants = plan.contestants();
        List<Turn> turns = new ArrayList<>(plan.entries());
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            for (int q = 0; q < problems.size(); q++) {
                for (int i = 0; i < contestants.size(); i++) {
                    Contestant next = contestants.get((q + repeat + i) % contestants.size());
                    turns.add(new Turn(next, problems.get(q), repeat));
                }
            }
        }
        return turns;
    }
}
