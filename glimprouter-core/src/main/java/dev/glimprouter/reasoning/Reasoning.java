package dev.glimprouter.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The immutable list of steps so far: the text that both models see.
 *
 * @param steps the kept steps in order
 */
public record Reasoning(List<Step> steps) {

    /** Copies the list. */
    public Reasoning {
        steps = List.copyOf(steps);
    }

    /** Nothing written yet. */
    public static Reasoning empty() {
        return new Reasoning(List.of());
    }

    /** This reasoning with one more step. */
    public Reasoning plus(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Reasoning(longer);
    }

    /** The steps' texts, joined as they stand. */
    public String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining());
    }

    /** Kept tokens, each counted by its writer. */
    public int tokens() {
        return steps.stream().mapToInt(Step::tokens).sum();
    }

    /** How many steps {@code writer} wrote. */
    public int stepsBy(Writer writer) {
        return (int) steps.stream().filter(step -> step.writer() == writer).count();
    }

    /** How many kept tokens {@code writer} wrote. */
    public int tokensBy(Writer writer) {
        return steps.stream().mapToInt(step -> step.tokensBy(writer)).sum();
    }

    /** Share of steps written by large, from 0 to 1; 0 for an empty reasoning. */
    public double interventionRate() {
        return steps.isEmpty() ? 0 : (double) stepsBy(Writer.LARGE) / steps.size();
    }
}
