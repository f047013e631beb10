package dev.glimprouter.trace;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.question.Message;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes traces as the files of GlimpRouter's published code, for its evaluation scripts and for
 * comparison: {@code OUT/DATASET/PROBLEM/REPEAT.json}, the same indented as {@code .txt}, and
 * {@code OUT/DATASET/result_REPEAT.json}. The fields are in docs/official-mode.md.
 *
 * <p>A problem has its question's id for a name if that is a number, else its place among the
 * questions, from 0. Files that are there are replaced.
 *
 * @param folder where to write, made where it is missing
 * @param dataset name of the data set; one that begins with lcb asks for code
 */
public record PublishedExport(Path folder, String dataset) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Checks the name. */
    public PublishedExport {
        if (!NAME.matcher(dataset).matches()) {
            throw new RequestException(
                    "'%s' cannot name a folder: use letters, digits, dots and hyphens for the data set."
                            .formatted(dataset));
        }
    }

    /**
     * Writes traces.
     *
     * @param traces one for each question and repeat, in the order of the questions
     * @throws RequestException if two are of the same question and repeat
     * @throws SetupException if a file cannot be written
     */
    public void write(List<Trace> traces) {
        Map<Integer, Map<Integer, Trace>> byRepeat = new TreeMap<>();
        Map<List<Message>, Integer> problems = new LinkedHashMap<>();
        for (Trace trace : traces) {
            int problem =
                    problems.computeIfAbsent(
                            trace.header().question().messages(),
                            _ -> number(trace.header().question().id(), problems.size()));
            int repeat = trace.header().config().repeat();
            Map<Integer, Trace> those = byRepeat.computeIfAbsent(repeat, _ -> new TreeMap<>());
            if (those.put(problem, trace) != null) {
                throw new RequestException(
                        "There are two traces of repeat %d of problem %d: export them to different data sets."
                                .formatted(repeat, problem));
            }
        }
        byRepeat.forEach(this::write);
    }

    private static int number(String id, int place) {
        return NUMBER.matcher(id).matches() ? Integer.parseInt(id) : place;
    }

    private void write(int repeat, Map<Integer, Trace> traces) {
        PublishedAnswer answer = PublishedAnswer.of(dataset);
        Path to = folder.resolve(dataset);
        ArrayNode results = Json.array();
        traces.forEach(
                (problem, trace) -> {
                    JsonNode steps =
                            PublishedSteps.of(
                                    trace.header().config().mode(), trace.events(), answer);
                    Path own = to.resolve(Integer.toString(problem));
                    write(own.resolve(repeat + ".json"), Json.text(steps));
                    write(own.resolve(repeat + ".txt"), Json.indented(steps));
                    TraceSummary summary = trace.summary();
                    if (summary.outcome() == Outcome.FINISHED) {
                        results.addObject()
                                .put("id", problem)
                                .put("answer", answer.in(summary.answer()))
                                .put("question_id", trace.header().question().id());
                    }
                });
        write(to.resolve("result_" + repeat + ".json"), Json.text(results));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot write %s: %s. Name a folder that can be written to.".formatted(file, e),
                    e);
        }
    }
}
