package dev.glimprouter.cli;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Forty sums by scripted models, of which any share can be sent to large. */
abstract class CalibrationTestBase extends SumsTestBase {

    static final int QUESTIONS = 40;

    Path profile = Path.of("");

    CalibrationTestBase() {
        super("calibrate", QUESTIONS);
    }

    @BeforeEach
    void nameProfile() {
        profile = out.resolve("profile.json");
    }

    /** One step; small's H_init before it is 0.025 + i / 20 for question i. */
    private static Script script(String name) {
        return scene -> {
            int i = number(scene);
            String answer = right(i);
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
        return run(
                stage,
                Stream.concat(Stream.of("--half=both"), Stream.of(more)).toArray(String[]::new));
    }
}
