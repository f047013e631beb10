package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.compare.ComparisonLines.Line;

import java.util.List;
import java.util.stream.Collectors;

/** Comparisons for a terminal. All intervals are 95 %. */
public final class ComparisonText {

    private ComparisonText() {}

    /** A block for each comparison, each with a heading. */
    public static String of(Comparisons comparisons) {
        return comparisons.all().stream()
                .map(ComparisonText::block)
                .collect(Collectors.joining("\n"));
    }

    private static String block(Comparison comparison) {
        List<Line> lines = ComparisonLines.of(comparison);
        int width = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        return comparison.a().system()
                + " against "
                + comparison.b().system()
                + "\n"
                + lines.stream()
                        .map(
                                line ->
                                        "  "
                                                + padded(line.label(), width)
                                                + "  "
                                                + line.value()
                                                + "\n")
                        .collect(Collectors.joining());
    }

    private static String padded(String label, int width) {
        return label + " ".repeat(width - label.length());
    }
}
