package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.statistics.Holm;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Several systems, each held against the same baseline, with p values adjusted for their number.
 *
 * @param plan what was fixed beforehand
 * @param all one comparison for each system, in their order
 */
public record Comparisons(ComparisonPlan plan, List<Comparison> all) {

    /** Copies the list. */
    public Comparisons {
        all = List.copyOf(all);
    }

    /**
     * Compares each system with the baseline; B is the baseline everywhere.
     *
     * @throws IllegalArgumentException if a system has no graded question in common with it
     */
    public static Comparisons of(List<Outcomes> systems, Outcomes baseline, ComparisonPlan plan) {
        List<Comparison> each =
                systems.stream()
                        .map(system -> new Comparer(system, baseline, plan).compare())
                        .toList();
        List<Double> adjusted = Holm.adjust(each.stream().map(Comparison::pValue).toList());
        return new Comparisons(
                plan,
                IntStream.range(0, each.size())
                        .mapToObj(i -> each.get(i).adjusted(adjusted.get(i), each.size()))
                        .toList());
    }
}
