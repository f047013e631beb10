package dev.glimprouter.eval.internal.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cells in rows of equal length.
 *
 * @param rows the head first
 */
public record Table(List<List<String>> rows) {

    /** What stands for a figure that there is none of. */
    public static final String NOTHING = "-";

    /** Copies the list. */
    public Table {
        rows = List.copyOf(rows);
    }

    /** For a terminal: the first column on the left, numbers on the right. */
    public String text() {
        int[] widths = IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        return rows.stream()
                .map(
                        row ->
                                IntStream.range(0, row.size())
                                        .mapToObj(i -> cell(row.get(i), widths[i], i == 0))
                                        .collect(Collectors.joining("  ")))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String cell(String text, int width, boolean left) {
        String space = " ".repeat(width - text.length());
        return left ? text + space : space + text;
    }

    /** As Markdown. */
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
        return row.stream().map(Table::escaped).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Text that Markdown shows as it is. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\`*_|<>])", "\\\\$1");
    }

    /** As CSV (RFC 4180), but for line ends, which are those of Unix. */
    public String csv() {
        return rows.stream().map(CsvLine::of).collect(Collectors.joining("\n", "", "\n"));
    }
}
