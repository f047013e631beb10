package dev.glimprouter.eval.run;

/**
 * Names one entry of a run.
 *
 * @param problem id of the question
 * @param repeat which time it is asked, from 0
 */
public record RunKey(String problem, int repeat) {

    @Override
    public String toString() {
        return "question %s, repeat %d".formatted(problem, repeat);
    }
}
