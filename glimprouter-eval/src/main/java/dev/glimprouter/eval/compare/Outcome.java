package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.grade.Mark;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What came of one run of one question.
 *
 * @param question id of the question
 * @param cluster what the question was drawn together with, such as a family of problems; the
 *     question's own id where it was drawn alone
 * @param repeat which run of the question, from 0
 * @param mark right, wrong or unscored
 * @param seconds on the wall; empty where they say nothing, as with parallel or cached runs
 * @param tokens by name, such as {@code large}
 */
public record Outcome(
        String question,
        String cluster,
        int repeat,
        Mark mark,
        OptionalDouble seconds,
        Map<String, Double> tokens) {

    /** Copies the tokens, sorted by name. */
    public Outcome {
        tokens = Collections.unmodifiableMap(new TreeMap<>(tokens));
    }
}
