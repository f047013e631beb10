package dev.glimprouter.strategy;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;

/**
 * A model that rates the newest step of a reasoning (a process reward model). Safe for use by many
 * questions at once.
 */
@FunctionalInterface
public interface ProcessReward {

    /**
     * Rates a step.
     *
     * @param before the steps before it
     * @param step its text
     * @return how good it is, 0 to 1
     * @throws RetryableException if the model cannot be reached
     * @throws dev.glimprouter.error.GlimpRouterException if it cannot rate
     */
    double rate(Question question, Reasoning before, String step);
}
