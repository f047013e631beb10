package dev.glimprouter.check;

import java.util.Optional;

/**
 * Looks for something wrong in the text of a drafted step. Thread safe, and without memory: the
 * same step always gets the same verdict.
 */
@FunctionalInterface
public interface StepCheck {

    /**
     * What is wrong with a step, in a few words for people.
     *
     * @param step the step's text, of any length and content
     * @return empty if nothing was found, which does not mean that the step is right
     */
    Optional<String> objection(String step);
}
