package dev.glimprouter.eval.statistics;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One figure of one question by both of two systems. */
record Pair(Repeats a, Repeats b) {

    /** Pairs in the order of a; both must have the same questions, each once. */
    static List<Pair> match(List<Repeats> a, List<Repeats> b) {
        Map<String, Repeats> byQuestion = new HashMap<>();
        for (Repeats of : b) {
            if (byQuestion.put(of.question(), of) != null) {
                throw new IllegalArgumentException("question %s twice".formatted(of.question()));
            }
        }
        List<Pair> pairs =
                a.stream().map(of -> pair(of, byQuestion.remove(of.question()))).toList();
        if (!byQuestion.isEmpty()) {
            throw new IllegalArgumentException("not in both samples: " + byQuestion.keySet());
        }
        return pairs;
    }

    private static Pair pair(Repeats a, @Nullable Repeats b) {
        if (b == null) {
            throw new IllegalArgumentException(
                    "question %s twice, or not in both samples".formatted(a.question()));
        }
        if (!a.cluster().equals(b.cluster())) {
            throw new IllegalArgumentException(
                    "question %s in two clusters: %s and %s"
                            .formatted(a.question(), a.cluster(), b.cluster()));
        }
        return new Pair(a, b);
    }

    double difference() {
        return a.mean() - b.mean();
    }
}
