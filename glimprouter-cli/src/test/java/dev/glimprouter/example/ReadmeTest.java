package dev.glimprouter.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The README shows code that compiles. */
class ReadmeTest {

    private static final Path SOURCE =
            Path.of("src/test/java/dev/glimprouter/example/AskTwoModels.java");

    @Test
    void showsTheCompiledExample() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        String example =
                String.join(
                                "\n",
                                lines.subList(
                                        at(lines, "// example begins") + 1,
                                        at(lines, "// example ends")))
                        .stripIndent();

        assertThat(Files.readString(Path.of("../README.md")))
                .contains("```java\n" + example + "\n```");
    }

    private static int at(List<String> lines, String mark) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(mark)) {
                return i;
            }
        }
        throw new AssertionError("no line " + mark);
    }
}
