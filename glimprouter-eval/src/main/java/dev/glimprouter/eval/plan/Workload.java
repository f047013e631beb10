package dev.glimprouter.eval.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a strategy does for each of some questions.
 *
 * @param system what reports call it
 * @param basis where that is known from
 * @param source the system whose recording it is from
 * @param assumed what was taken for granted, one phrase each
 * @param byQuestion the work by the checksum of the question's text, its repeats' mean
 */
record Workload(
        String system,
        Basis basis,
        String source,
        List<String> assumed,
        Map<String, Work> byQuestion) {

    /** Copies what it holds, in its order. */
    Workload {
        assumed = List.copyOf(assumed);
        byQuestion = new LinkedHashMap<>(byQuestion);
    }

    static Workload recorded(Recording recording) {
        Collecting works = new Collecting();
        recording.questions().forEach(one -> works.add(one.hash(), one.work()));
        return new Workload(
                recording.system(), Basis.RECORDED, recording.system(), List.of(), works.means());
    }

    /** The same, and something more taken for granted. */
    Workload assuming(String phrase) {
        List<String> all = new ArrayList<>(assumed);
        all.add(phrase);
        return new Workload(system, Basis.ASSUMED, source, all, byQuestion);
    }

    Work mean() {
        return Work.mean(List.copyOf(byQuestion.values()));
    }

    /** Collects the work of repeats and draws. */
    static final class Collecting {

        private final Map<String, List<Work>> all = new LinkedHashMap<>();

        void add(String hash, Work work) {
            all.computeIfAbsent(hash, _ -> new ArrayList<>()).add(work);
        }

        Map<String, Work> means() {
            Map<String, Work> means = new LinkedHashMap<>();
            all.forEach((hash, works) -> means.put(hash, Work.mean(works)));
            return means;
        }
    }
}
