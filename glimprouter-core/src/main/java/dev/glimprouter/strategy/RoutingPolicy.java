package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;

import java.util.Optional;

/**
 * A rule that decides who writes the next step, or has no opinion.
 *
 * <p>It compares numbers and writes nothing. A policy that does not ask for the glimpse costs none.
 * Safe for use by many questions at once; what it needs to know of the past stands in the {@link
 * StepView}. The one policy that remembers more says so ({@link TargetShare}).
 */
public interface RoutingPolicy {

    /** Its name with all parameters, as one writes it on the command line. */
    String name();

    /**
     * Decides for the step at hand; asked at most once for each step.
     *
     * @return empty if the policy has no opinion on this step
     */
    Optional<Decision> decide(StepView step);

    /**
     * Hears of each step that became part of the reasoning, whoever decided it, before the next one
     * is decided; does nothing unless the policy learns from it.
     */
    default void kept(Step step) {}
}
