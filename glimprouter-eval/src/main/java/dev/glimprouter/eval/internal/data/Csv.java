package dev.glimprouter.eval.internal.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values by RFC 4180: quotes around a cell may hold commas, line ends and doubled
 * quotes. Line ends are CRLF or LF.
 */
final class Csv {

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param cells what it holds
     */
    record Cells(int line, List<String> cells) {}

    /** A record that breaks the rules. */
    static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** All records; an empty line is none. */
    static List<Cells> read(String text) {
        Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Cells> records = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Cells cells = csv.record();
            if (cells.cells().size() > 1 || !cells.cells().getFirst().isEmpty()) {
                records.add(cells);
            }
        }
        return records;
    }

    private Cells record() {
        int begin = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        endLine();
        return new Cells(begin, cells);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length()) {
            if (text.charAt(at) != '\n') {
                throw new Malformed(line, "there is text after a closing quote");
            }
            at++;
            line++;
        }
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw new Malformed(line, "there is a quote inside a cell without quotes");
            }
            at++;
        }
        return text.substring(begin, at);
    }

    private String quoted() {
        int begin = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean doubled = c == '"' && at < text.length() && text.charAt(at) == '"';
            if (c == '"' && !doubled) {
                return cell.toString();
            }
            if (c == '\n') {
                line++;
            }
            cell.append(c);
            at += doubled ? 1 : 0;
        }
        throw new Malformed(begin, "a quote is never closed");
    }
}
