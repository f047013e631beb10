package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Who reads a profile, and what it says then. */
class CalibratedTest extends CalibrationTestBase {

    @Test
    void askChatAndTheFileReadIt() throws IOException {
        calibrate(stage(), "--rate=0.3");

        Stage ask = stage();
        Path trace = folder.resolve("ask.trace");
        assertThat(ask.run("ask", "--calibrated=" + profile, "--trace=" + trace, "3 + 3?"))
                .as(ask.err())
                .isZero();
        assertThat(Files.readString(trace)).contains("\"strategy\":\"glimpse(tau=1.4)\"");
        assertThat(ask.err()).doesNotContain("may not hold");

        Stage chat = stage().typed("3 + 3?\n");
        assertThat(chat.run("chat", "--calibrated=" + profile)).as(chat.err()).isZero();

        Path config = folder.resolve("router.yaml");
        Files.writeString(config, "calibrated: %s\n".formatted(profile));
        Stage file = stage();
        assertThat(file.run("ask", "--config=" + config, "--trace=" + trace, "3 + 3?")).isZero();
        assertThat(Files.readString(trace)).contains("\"strategy\":\"glimpse(tau=1.4)\"");

        Stage line = stage();
        assertThat(line.run("ask", "--config=" + config, "--tau=0.5", "--trace=" + trace, "3 + 3?"))
                .isZero();
        assertThat(Files.readString(trace)).contains("\"strategy\":\"glimpse(tau=0.5)\"");
        assertThat(line.err()).doesNotContain("may not hold");
    }

    @Test
    void anotherPromptIsSaid() {
        calibrate(stage(), "--rate=0.3");
        Stage ask = stage();

        int code = ask.run("ask", "--calibrated=" + profile, "--instruction=Be brief.", "3 + 3?");

        assertThat(code).as(ask.err()).isZero();
        assertThat(ask.err())
                .contains(
                        profile
                                + " may not hold here: the prompt was another when it was calibrated.\n");
    }

    @Test
    void otherModelsAreSaid() throws IOException {
        calibrate(stage(), "--rate=0.3");
        largeWas("tiny-large", "huge");
        Stage ask = stage();

        assertThat(ask.run("ask", "--calibrated=" + profile, "3 + 3?")).isZero();

        assertThat(ask.err())
                .contains(
                        profile
                                + " may not hold here: large was huge and is tiny-large when it was calibrated.\n");
    }

    @Test
    void besideItNoStrategyIsNamed() throws IOException {
        calibrate(stage(), "--rate=0.3");
        String given = "--calibrated=" + profile;

        assertUsage("--calibrated brings its own strategy", "ask", given, "--tau=1", "Hm?");
        assertUsage(
                "--calibrated brings its own strategy", "ask", given, "--strategy=large", "Hm?");
        assertUsage(
                "--calibrated brings its own strategy",
                "eval",
                "--data=gsm8k:" + data,
                given,
                "--strategy=large");
        assertUsage("there is no such file", "ask", "--calibrated=" + folder.resolve("no"), "Hm?");
        Path config = folder.resolve("router.yaml");
        Files.writeString(config, "calibrated: %s\ntau: 1\n".formatted(profile));
        assertUsage("calibrated: it brings its own strategy", "ask", "--config=" + config, "Hm?");
    }

    @Test
    void serveSaysItAgainWhereTheProfileOrThePromptChanged() throws Exception {
        calibrate(stage(), "--rate=0.3");
        Path yaml = folder.resolve("router.yaml");
        String served = "calibrated: %s\nserve: {port: 0}\n".formatted(profile);
        Files.writeString(yaml, served);
        largeWas("tiny-large", "huge");
        Stage stage = stage();
        CompletableFuture<Integer> code = Served.serve(stage, "--config", yaml.toString());
        Served.base(stage);
        assertThat(stage.err()).containsOnlyOnce("large was huge and is tiny-large when");

        Files.writeString(yaml, served + "seed: 5\n");
        Served.await(stage, "read anew and is in force");
        assertThat(stage.err()).containsOnlyOnce("may not hold");

        largeWas("huge", "vast");
        Served.await(stage, "large was vast and is tiny-large when");

        Files.writeString(yaml, served + "instruction: Be brief.\n");
        Served.await(stage, "is tiny-large, the prompt was another when");
        stage.interrupts.raise(Interrupts.Kind.TERM);
        assertThat(code.join()).isEqualTo(143);
    }

    private void largeWas(String before, String now) throws IOException {
        String model = "\"model\":\"%s\"";
        String changed =
                Files.readString(profile).replace(model.formatted(before), model.formatted(now));
        Files.writeString(profile, changed);
    }

    private void assertUsage(String words, String... args) {
        Stage stage = stage();
        assertThat(stage.run(args)).isEqualTo(2);
        assertThat(stage.err()).startsWith("glimprouter: ").contains(words).hasLineCount(1);
        assertThat(stage.opened).isEmpty();
    }
}
