package dev.glimprouter.benchmarks;

import dev.glimprouter.question.Question;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Questions of a JSON Lines file whose lines have a {@code question}, as GSM8K's do. */
public final class QuestionFile {

    private static final JsonMapper JSON = new JsonMapper();

    private QuestionFile() {}

    /** The first questions, each with an id of its own. */
    public static List<Question> read(Path file, int count) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().limit(count).toList();
        return IntStream.range(0, lines.size())
                .mapToObj(at -> question(at, lines.get(at)))
                .toList();
    }

    private static Question question(int at, String line) {
        return question(at, JSON.readTree(line));
    }

    /** The question of the line with this number, from 0. */
    static Question question(int at, JsonNode line) {
        String text = line.path("question").stringValue();
        return Question.of(text).withId("question-" + at);
    }
}
