package dev.glimprouter.cli;

import dev.glimprouter.testkit.Scene;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A command that asks sums: question i is what i and i are. */
abstract class SumsTestBase {

    private final String command;
    private final int questions;

    @TempDir Path folder;

    Path data = Path.of("");
    Path out = Path.of("");

    SumsTestBase(String command, int questions) {
        this.command = command;
        this.questions = questions;
    }

    @BeforeEach
    void writeSums() throws IOException {
        data = folder.resolve("sums.jsonl");
        out = folder.resolve("runs");
        Files.writeString(
                data,
                IntStream.range(0, questions)
                        .mapToObj(
                                i ->
                                        "{\"question\":\"What is %d + %d?\",\"answer\":\"#### %d\"}\n"
                                                .formatted(i, i, 2 * i))
                        .collect(Collectors.joining()));
    }

    /** Which question is asked. */
    static int number(Scene scene) {
        String text = scene.head().messages().getLast().content();
        return Integer.parseInt(text.replaceAll("\\D*(\\d+)(?s:.*)", "$1"));
    }

    /** The right answer to a question. */
    static String right(int number) {
        return "\\boxed{%d}".formatted(2 * number);
    }

    /** Makes a file one that was begun on another machine. */
    static void beginElsewhere(Path file) throws IOException {
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("\"os\":\"[^\"]*\"", "\"os\":\"Plan 9\""));
    }

    int run(Stage stage, String... more) {
        Stream<String> args = Stream.of(command, "--data=gsm8k:" + data, "--out=" + out);
        return stage.run(Stream.concat(args, Stream.of(more)).toArray(String[]::new));
    }
}
