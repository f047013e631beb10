package dev.glimprouter.cli;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Forty sums by scripted models, of which any share can be sent to large. */
abstract class CalibrationTestBase {

    static final int QUESTIONS = 40;

    @TempDir Path folder;

    Path data = Path.of("");
    Path out = Path.of("");
    Path profile = Path.of("");

    @BeforeEach
    void writeData() throws IOException {
        data = folder.resolve("sums.jsonl");
        out = folder.resolve("runs");
        profile = out.resolve("profile.json");
        Files.writeString(
                data,
                IntStream.range(0, QUESTIONS)
                        .mapToObj(
                                i ->
                                        "{\"question\":\"What is %d + %d?\",\"answer\":\"#### %d\"}\n"
                                                .formatted(i, i, 2 * i))
                        .collect(Collectors.joining()));
    }

    /** One step; small's H_init before it is 0.025 + i / 20 for question i. */
    private static Script script(String name) {
        return scene -> {
            String text = scene.head().messages().getLast().content();
            int i = Integer.parseInt(text.replaceAll("\\D*(\\d+)(?s:.*)", "$1"));
            String answer = "\\boxed{%d}".formatted(2 * i);
            return scene.text().isEmpty()
                    ? Reply.text(name + ".</think>\n\n" + answer).entropy(0.025 + 0.05 * i)
                    : Reply.text(answer);
        };
    }

    Stage stage() {
        return Stage.with(
                folder, ScriptedEngine.of(script("Add")), ScriptedEngine.of(script("Plan")));
    }

    int calibrate(Stage stage, String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "calibrate",
                                "--data=gsm8k:" + data,
                                "--out=" + out,
                                "--half=both"));
        args.addAll(Arrays.asList(more));
        return stage.run(args.toArray(String[]::new));
    }
}
