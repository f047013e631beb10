package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;

import java.util.List;
import java.util.Optional;

/** What a policy may look at before a step. */
public interface StepView {

    /** The step's index, from 0. */
    int index();

    /** The question. */
    Question question();

    /** The steps so far. */
    Reasoning reasoning();

    /**
     * What was seen before each of the steps so far, in their order; empty where nobody glimpsed or
     * the engine could not tell the distribution.
     */
    List<Optional<Probe>> pastGlimpses();

    /** The rules in force. */
    RouterConfig config();

    /**
     * Looks at the first token of the small model, once per step: later calls see the same probe.
     *
     * @return empty if the engine could not tell the distribution
     */
    Optional<Probe> glimpse();
}
