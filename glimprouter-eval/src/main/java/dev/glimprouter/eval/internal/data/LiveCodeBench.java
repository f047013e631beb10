package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.trace.internal.LineSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * LiveCodeBench: one problem a line, up to many megabytes long because of its hidden tests. Only
 * the texts are kept; the tests are read again from the file when they are run.
 */
final class LiveCodeBench {

    /** Longest line in bytes: far beyond the largest hidden tests, so a bound on memory. */
    static final int MAX_LINE_BYTES = 256 << 20;

    private LiveCodeBench() {}

    static Content read(Path file) {
        List<Problem> problems = new ArrayList<>();
        try (LineSource lines = new LineSource(Files.newInputStream(file), MAX_LINE_BYTES)) {
            long offset = 0;
            Optional<byte[]> line = next(file, lines);
            while (line.isPresent()) {
                byte[] bytes = line.get();
                if (!Bytes.areBlank(bytes)) {
                    problems.add(problem(new LineOfFile(file, lines.number(), offset), bytes));
                }
                offset += bytes.length + 1L;
                line = next(file, lines);
            }
        } catch (IOException e) {
            throw JsonRows.unreadable(file, e);
        }
        return Content.of(
                DatasetKind.LIVECODEBENCH, Task.CODE, problems, DoubtfulProblems.notes(problems));
    }

    private static Optional<byte[]> next(Path file, LineSource lines) throws IOException {
        try {
            return lines.next();
        } catch (IllegalArgumentException tooLong) {
            throw JsonRows.wrong(file, lines.number(), tooLong);
        }
    }

    private static Problem problem(LineOfFile place, byte[] bytes) {
        try {
            LiveCodeBenchRow row = LiveCodeBenchRow.texts(Bytes.withoutMark(bytes));
            row.text(LiveCodeBenchRow.PUBLIC_TESTS);
            String id = row.text("question_id");
            return new Problem(
                            id,
                            question(row),
                            new Gold.Code(new TestsOfFile(place, bytes.length, id)))
                    .withSubject(row.maybeText("difficulty"))
                    .withCaveat(
                            DoubtfulProblems.doubt(id)
                                    .or(
                                            () ->
                                                    row.maybeText("question_title")
                                                            .flatMap(DoubtfulProblems::doubt)));
        } catch (IllegalArgumentException wrong) {
            throw JsonRows.wrong(place.file(), place.number(), wrong);
        }
    }

    private static String question(LiveCodeBenchRow row) {
        String content = row.text("question_content").strip();
        String starter = row.maybeText("starter_code").orElse("").strip();
        return starter.isEmpty()
                ? content
                        + "\n\nThe program reads from standard input and writes to standard output."
                : content + "\n\nComplete this code:\n```python\n" + starter + "\n```";
    }
}
