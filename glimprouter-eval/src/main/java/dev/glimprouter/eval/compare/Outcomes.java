package dev.glimprouter.eval.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All outcomes of one system.
 *
 * @param name of the system, as reports call it
 * @param outcomes at most one for each question and repeat
 */
public record Outcomes(String name, List<Outcome> outcomes) {

    /** Copies the outcomes and checks that none is there twice and no question in two clusters. */
    public Outcomes {
        outcomes = List.copyOf(outcomes);
        Set<Map.Entry<String, Integer>> seen = new HashSet<>();
        Map<String, String> clusters = new HashMap<>();
        for (Outcome outcome : outcomes) {
            String question = outcome.question();
            if (!seen.add(Map.entry(question, outcome.repeat()))) {
                throw new IllegalArgumentException(
                        "%s: repeat %d of question %s twice"
                                .formatted(name, outcome.repeat(), question));
            }
            String before = clusters.putIfAbsent(question, outcome.cluster());
            if (before != null && !before.equals(outcome.cluster())) {
                throw new IllegalArgumentException(
                        "%s: question %s in two clusters".formatted(name, question));
            }
        }
    }
}
