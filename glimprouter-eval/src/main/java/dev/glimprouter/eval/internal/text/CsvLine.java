package dev.glimprouter.eval.internal.text;

import java.util.List;
import java.util.stream.Collectors;

/** A line of CSV (RFC 4180) for other programs, without the end of the line. */
public final class CsvLine {

    private CsvLine() {}

    /** The line of these cells. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
