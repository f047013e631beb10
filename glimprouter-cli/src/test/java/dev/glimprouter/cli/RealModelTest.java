package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The command line on tiny real models with the embedded engine, and what it refuses. */
class RealModelTest {

    private static final TinyGguf MODEL = TinyGguf.DEFAULT.withContext(512);

    @TempDir Path folder;

    private Stage stage() {
        return Stage.usual(folder).real(MODEL);
    }

    private static void refused(Stage stage, int code, int actual, String... words) {
        assertThat(actual).isEqualTo(code);
        assertThat(stage.err().lines().filter(line -> line.startsWith("glimprouter:")))
                .singleElement()
                .asString()
                .contains(words);
        assertThat(stage.out()).isEmpty();
    }

    @Test
    void aQuestionIsAnswered() {
        DoctorCommandTest.needNatives();
        Stage stage = stage();

        assertThat(stage.run("ask", "--seed", "1", "--budget", "16", "--answer-limit", "8", "Hi?"))
                .isZero();

        assertThat(stage.err()).containsPattern("(?m)^[SL] [\\d.]{4} \\|").contains("seed 1");
        assertThat(stage.out()).endsWith("\n");
    }

    @Test
    void aBudgetBeyondTheContextIsRefused() {
        DoctorCommandTest.needNatives();
        Stage stage = stage();

        int code = stage.run("ask", "--budget", "100000", "Hi?");

        refused(stage, 2, code, "A budget of 100000 tokens", "Lower the budget");
    }

    @Test
    void aQuestionBeyondTheContextIsRefused() {
        DoctorCommandTest.needNatives();
        Stage stage = stage();

        int code = stage.run("ask", "word ".repeat(1000));

        refused(stage, 2, code, "the context has 512: shorten it");
    }

    @Test
    void aMissingFileIsRefused() {
        Stage stage = stage();
        String missing = folder.resolve("missing.gguf").toString();

        int code = stage.run("ask", "--small", missing, "--large", missing, "Hi?");

        refused(stage, 3, code, "There is no file " + missing + ": check the path.");
    }

    @Test
    void aCorruptFileIsRefused() throws IOException {
        byte[] whole = MODEL.writer().bytes();
        Path cut = folder.resolve("cut.gguf");
        Path text = folder.resolve("text.gguf");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(text, "<html>Not found</html>");

        for (Path corrupt : new Path[] {cut, text}) {
            Stage stage = stage();
            String file = corrupt.toString();

            int code = stage.run("ask", "--small", file, "--large", file, "Hi?");

            refused(stage, 3, code, file);
        }
    }

    @Test
    void aFileOfTheStoreWithAWrongChecksumIsNotUsed() throws IOException {
        byte[] changed = MODEL.writer().bytes();
        changed[changed.length - 1] ^= 1;
        Stage stage = stage().pullingFrom(TinyHub.gone());
        Files.write(folder.resolve("tiny-small.gguf"), changed);

        int code = stage.run("ask", "Hi?");

        assertThat(stage.err()).contains("its checksum is wrong");
        refused(stage, 3, code, "Cannot get tiny-small", "try again later");
    }
}
