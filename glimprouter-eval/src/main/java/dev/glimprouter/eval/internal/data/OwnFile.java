package dev.glimprouter.eval.internal.data;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.FieldChoice;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;

import tools.jackson.databind.JsonNode;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON Lines file of the user's own: which fields to read is told, or found in the first row. */
final class OwnFile {

    private static final List<String> QUESTIONS =
            List.of("question", "problem", "prompt", "query", "input");
    private static final List<String> ANSWERS =
            List.of("answer", "gold", "target", "expected", "reference", "label", "output");
    private static final List<String> IDS = List.of("id", "unique_id", "question_id", "task_id");
    private static final List<String> OPTIONS = List.of("options", "choices");

    private final String question;
    private final String answer;
    private final Optional<String> id;
    private final Optional<String> options;
    private final Task task;

    private OwnFile(Row first, FieldChoice told) {
        this.question = require(first, told.question(), QUESTIONS, "question");
        this.answer = require(first, told.answer(), ANSWERS, "answer");
        this.id = told.id().or(() -> find(first, IDS));
        this.options = told.options().or(() -> find(first, OPTIONS));
        this.task = told.task().orElse(options.isPresent() ? Task.CHOICE : Task.GENERAL);
    }

    static Content read(Path file, String name, FieldChoice told) {
        Optional<Row> first = JsonRows.first(file);
        if (first.isEmpty()) {
            return new Content(name, Task.GENERAL, List.of(), List.of(), true);
        }
        OwnFile reader = reader(file, first.get(), told);
        List<Problem> problems = JsonRows.read(file, reader::problem);
        return new Content(
                name,
                reader.task,
                problems,
                reader.notes(problems),
                DatasetKind.JSONL.publishable());
    }

    private List<String> notes(List<Problem> problems) {
        List<String> notes = new ArrayList<>();
        notes.add("questions from the field %s, answers from %s".formatted(question, answer));
        long damaged =
                problems.stream()
                        .filter(problem -> LostBackslashes.suspects(problem.text()))
                        .count();
        if (damaged > 0) {
            notes.add(
                    "%d questions may have lost backslashes: read the file as aime25 to repair them"
                            .formatted(damaged));
        }
        return notes;
    }

    private static OwnFile reader(Path file, Row first, FieldChoice told) {
        try {
            return new OwnFile(first, told);
        } catch (IllegalArgumentException wrong) {
            throw JsonRows.wrong(file, first.line(), wrong);
        }
    }

    private static String require(
            Row first, Optional<String> told, List<String> usual, String what) {
        return told.or(() -> find(first, usual))
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "No field of line %d looks like the %s (%s): name it with #%s=FIELD."
                                                .formatted(
                                                        first.line(),
                                                        what,
                                                        String.join(", ", first.fields().names()),
                                                        what)));
    }

    private static Optional<String> find(Row row, List<String> names) {
        return names.stream().filter(name -> row.fields().has(name)).findFirst();
    }

    private Problem problem(Row row) {
        String written = answer(row);
        List<String> offered = options.map(name -> offered(row, name)).orElse(List.of());
        Gold gold = task == Task.CHOICE ? choice(written, offered) : gold(written);
        return new Problem(
                id.map(row::text).orElseGet(() -> String.valueOf(row.index())),
                row.text(question),
                offered,
                gold,
                row.maybeText("subject"),
                Optional.empty());
    }

    private String answer(Row row) {
        String text = row.text(answer);
        int at = text.lastIndexOf(Gsm8k.BEFORE_ANSWER);
        String end = at < 0 ? text : text.substring(at + Gsm8k.BEFORE_ANSWER.length());
        if (end.isBlank()) {
            throw new IllegalArgumentException("the answer is empty");
        }
        return end.strip();
    }

    private static Gold gold(String answer) {
        Optional<BigInteger> whole = WholeNumbers.read(answer);
        return whole.<Gold>map(Gold.Whole::new).orElseGet(() -> new Gold.Expression(answer));
    }

    /** An option's letter, its place from 0, or its text. */
    private static Gold choice(String answer, List<String> offered) {
        if (offered.contains(answer)) {
            return new Gold.Choice((char) ('A' + offered.indexOf(answer)));
        }
        if (answer.matches("\\(?[A-Za-z]\\)?\\.?")) {
            String letter = answer.replaceAll("[^A-Za-z]", "");
            return new Gold.Choice(Character.toUpperCase(letter.charAt(0)));
        }
        if (answer.matches("\\d") && Integer.parseInt(answer) < offered.size()) {
            return new Gold.Choice((char) ('A' + Integer.parseInt(answer)));
        }
        throw new IllegalArgumentException("the answer \"%s\" is no option".formatted(answer));
    }

    private static List<String> offered(Row row, String name) {
        JsonNode list = row.fields().object().path(name);
        List<String> offered = new ArrayList<>();
        for (JsonNode each : list) {
            offered.add(each.asString().strip());
        }
        if (!list.isArray() || offered.size() < 2 || offered.size() > 26) {
            throw new IllegalArgumentException(
                    "the field \"%s\" must be a list of 2 to 26 options".formatted(name));
        }
        return offered;
    }
}
