package dev.glimprouter.report.internal.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what happened by kind. */
final class KindTally {

    private static final Comparator<KindCount> MOST_FIRST =
            Comparator.comparingInt(KindCount::count).reversed().thenComparing(KindCount::kind);

    private final Map<String, KindCount> counts = new HashMap<>();

    void add(String kind, String example) {
        counts.merge(kind, new KindCount(kind, 1, example), (before, _) -> before.plus(1));
    }

    /** The most frequent first. */
    List<KindCount> counts() {
        return counts.values().stream().sorted(MOST_FIRST).toList();
    }
}
