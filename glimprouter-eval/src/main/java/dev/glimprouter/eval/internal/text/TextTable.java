package dev.glimprouter.eval.internal.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in two forms.
 *
 * @param rows the cells, row by row, the heads of the columns first; all rows are equally long
 */
public record TextTable(List<List<String>> rows) {

    /** Copies the rows. */
    public TextTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** For a terminal: the first column on the left, numbers on the right. */
    public String text() {
        int[] widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(
                                i ->
                                        rows.stream()
                                                .mapToInt(row -> row.get(i).length())
                                                .max()
                                                .orElse(0))
                        .toArray();
        return rows.stream()
                .map(
                        row ->
                                IntStream.range(0, row.size())
                                        .mapToObj(i -> cell(row.get(i), widths[i], i == 0))
                                        .collect(Collectors.joining("  ")))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cell(String text, int width, boolean left) {
        String space = " ".repeat(width - text.length());
        return left ? text + space : space + text;
    }

    /** As a Markdown table. */
    public String markdown() {
        String rule =
                "| --- |"
                        + rows.getFirst().stream()
                                .skip(1)
                                .map(_ -> " ---: |")
                                .collect(Collectors.joining());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> markdown(rows.get(i)) + (i == 0 ? "\n" + rule : ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String markdown(List<String> row) {
        return row.stream()
                .map(cell -> cell.replaceAll("([\\\\`*_|<>])", "\\\\$1"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
