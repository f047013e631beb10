package dev.glimprouter.benchmarks;

import dev.glimprouter.question.Question;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question with the number that answers it, as GSM8K's lines have.
 *
 * @param question the question
 * @param number the right number
 */
public record GradedQuestion(Question question, BigDecimal number) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(?:\\.[0-9]+)?");

    /** The first questions of a file, each with an id of its own. */
    public static List<GradedQuestion> read(Path file, int count) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().limit(count).toList();
        List<GradedQuestion> graded = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            JsonNode line = JSON.readTree(lines.get(at));
            String gold = line.path("answer").stringValue();
            graded.add(
                    new GradedQuestion(
                            QuestionFile.question(at, line),
                            number(gold.substring(gold.lastIndexOf("####") + 4))));
        }
        return graded;
    }

    /** Whether the last number of an answer, after its last box if it has one, is the right one. */
    public boolean isAnsweredBy(String answer) {
        int box = answer.lastIndexOf("\\boxed{");
        Matcher found = NUMBER.matcher(box < 0 ? answer : answer.substring(box));
        String last = "";
        while (found.find() && (box < 0 || last.isEmpty())) {
            last = found.group();
        }
        return !last.isEmpty() && number(last).compareTo(number) == 0;
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.strip().replace(",", ""));
    }
}
