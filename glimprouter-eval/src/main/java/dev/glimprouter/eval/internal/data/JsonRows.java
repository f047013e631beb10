package dev.glimprouter.eval.internal.data;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.LineSource;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects of a JSON Lines file. Blank lines and a byte order mark are read over; tabs and other
 * controls may stand in texts, escaped or not.
 */
final class JsonRows {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LiveCodeBench.MAX_LINE_BYTES)
                                                    .build())
                                    .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonRows() {}

    /** Makes a problem of a row; what is wrong is an {@link IllegalArgumentException}. */
    @FunctionalInterface
    interface ProblemMaker {
        Problem make(Row row);
    }

    /** A problem from every row. */
    static List<Problem> read(Path file, ProblemMaker maker) {
        List<Problem> problems = new ArrayList<>();
        try (LineSource lines = new LineSource(Files.newInputStream(file))) {
            Optional<Row> row = next(file, lines, 0);
            while (row.isPresent()) {
                problems.add(make(file, row.get(), maker));
                row = next(file, lines, problems.size());
            }
            return problems;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The first row, if there is one. */
    static Optional<Row> first(Path file) {
        try (LineSource lines =
                new LineSource(Files.newInputStream(file), LiveCodeBench.MAX_LINE_BYTES)) {
            return next(file, lines, 0);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Problem make(Path file, Row row, ProblemMaker maker) {
        try {
            return maker.make(row);
        } catch (IllegalArgumentException wrong) {
            throw wrong(file, row.line(), wrong);
        }
    }

    private static Optional<Row> next(Path file, LineSource lines, int index) throws IOException {
        try {
            Optional<byte[]> line = lines.next();
            while (line.isPresent() && Bytes.areBlank(line.get())) {
                line = lines.next();
            }
            return line.map(
                    bytes ->
                            new Row(
                                    index,
                                    lines.number(),
                                    Fields.parse(MAPPER, Bytes.withoutMark(bytes))));
        } catch (IllegalArgumentException wrong) {
            throw wrong(file, lines.number(), wrong);
        }
    }

    static RequestException wrong(Path file, int line, IllegalArgumentException cause) {
        return new RequestException(
                "%s, line %d: %s.".formatted(file, line, cause.getMessage()), cause);
    }

    static RequestException unreadable(Path file, IOException cause) {
        return new RequestException("%s cannot be read: %s.".formatted(file, cause), cause);
    }
}
