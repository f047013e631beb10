package dev.glimprouter.eval.internal.data;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.internal.digest.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** GPQA: a table with a column for the question, one for the right option and three for others. */
final class Gpqa {

    private static final String QUESTION = "Question";
    private static final List<String> OPTIONS =
            List.of(
                    "Correct Answer",
                    "Incorrect Answer 1",
                    "Incorrect Answer 2",
                    "Incorrect Answer 3");
    private static final String ID = "Record ID";
    private static final List<String> SUBJECTS = List.of("Subdomain", "High-level domain");
    private static final int ID_DIGITS = 16;

    private Gpqa() {}

    static Content read(Path file) {
        try {
            return Content.of(
                    DatasetKind.GPQA,
                    Task.CHOICE,
                    problems(file, Csv.read(Files.readString(file, StandardCharsets.UTF_8))),
                    List.of("question texts stay out of reports, as the authors ask"));
        } catch (Csv.Malformed wrong) {
            throw JsonRows.wrong(file, wrong.line(), wrong);
        } catch (IOException e) {
            throw JsonRows.unreadable(file, e);
        }
    }

    private static List<Problem> problems(Path file, List<Csv.Cells> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<String> columns = records.getFirst().cells().stream().map(String::strip).toList();
        Stream.concat(Stream.of(QUESTION), OPTIONS.stream())
                .filter(name -> !columns.contains(name))
                .findFirst()
                .ifPresent(
                        missing -> {
                            throw new RequestException(
                                    "%s, line 1: the column \"%s\" is missing: GPQA's own CSV file is needed."
                                            .formatted(file, missing));
                        });
        List<Problem> problems = new ArrayList<>();
        for (Csv.Cells cells : records.subList(1, records.size())) {
            try {
                problems.add(problem(columns, cells.cells()));
            } catch (IllegalArgumentException wrong) {
                throw JsonRows.wrong(file, cells.line(), wrong);
            }
        }
        return problems;
    }

    private static Problem problem(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "there are %d cells and %d columns".formatted(cells.size(), columns.size()));
        }
        String question = cells.get(columns.indexOf(QUESTION)).strip();
        List<String> options =
                OPTIONS.stream().map(name -> cells.get(columns.indexOf(name)).strip()).toList();
        if (options.contains("")) {
            throw new IllegalArgumentException("an option is empty");
        }
        String id =
                cell(columns, cells, ID)
                        .orElseGet(() -> Sha256.of(question).substring(0, ID_DIGITS));
        Optional<String> subject =
                SUBJECTS.stream().flatMap(name -> cell(columns, cells, name).stream()).findFirst();
        return new Problem(id, question, options, new Gold.Choice('A'), subject, Optional.empty());
    }

    private static Optional<String> cell(List<String> columns, List<String> cells, String name) {
        return Optional.of(columns.indexOf(name))
                .filter(index -> index >= 0)
                .map(index -> cells.get(index).strip())
                .filter(text -> !text.isEmpty());
    }
}
