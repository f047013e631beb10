package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;

/**
 * A rule that decides who writes the next step.
 *
 * <p>It compares numbers and writes nothing. A policy that does not ask for the glimpse costs none.
 */
public interface RoutingPolicy {

    /** Its name with all parameters, as one writes it on the command line. */
    String name();

    /** Decides for the step at hand. */
    Decision decide(StepView step);
}
