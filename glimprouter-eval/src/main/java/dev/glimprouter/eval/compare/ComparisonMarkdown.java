package dev.glimprouter.eval.compare;

import java.util.stream.Collectors;

/** Comparisons as Markdown: a heading and a table for each. All intervals are 95 %. */
public final class ComparisonMarkdown {

    private ComparisonMarkdown() {}

    /** A section for each comparison. */
    public static String of(Comparisons comparisons) {
        return comparisons.all().stream()
                .map(ComparisonMarkdown::section)
                .collect(Collectors.joining("\n"));
    }

    private static String section(Comparison comparison) {
        return "## %s against %s\n\n| | |\n| --- | --- |\n"
                        .formatted(
                                escaped(comparison.a().system()), escaped(comparison.b().system()))
                + ComparisonLines.of(comparison).stream()
                        .map(
                                line ->
                                        "| %s | %s |\n"
                                                .formatted(
                                                        escaped(line.label()),
                                                        escaped(line.value())))
                        .collect(Collectors.joining());
    }

    /** Names of systems are the user's own and may hold anything. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replaceAll("\\R", " ");
    }
}
