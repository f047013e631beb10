package dev.glimprouter.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class WholeFileTest {

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("result.json");
    }

    @Test
    void takesThePlaceOfAnEarlierOneOnlyOnceItIsWhole() throws IOException {
        Files.writeString(file, "earlier");

        WholeFile.write(
                file,
                out -> {
                    out.write(bytes("la"));
                    out.flush();
                    assertThat(file).hasContent("earlier");
                    out.write(bytes("ter"));
                });

        assertThat(file).hasContent("later");
        assertThat(names()).containsExactly("result.json");
    }

    @Test
    void leavesWhatIsThereIfItsContentFails() throws IOException {
        Files.writeString(file, "earlier");

        assertThatThrownBy(
                        () ->
                                WholeFile.write(
                                        file,
                                        out -> {
                                            out.write(bytes("la"));
                                            throw new IOException("the source is gone");
                                        }))
                .hasMessage("the source is gone");

        assertThat(file).hasContent("earlier");
        assertThat(names()).containsExactly("result.json");
    }

    @Test
    void makesNoFolder() {
        Path missing = folder.resolve("missing/result.json");

        assertThatThrownBy(() -> WholeFile.write(missing, out -> out.write(1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void knowsFilesByTheirFirstBytes() throws IOException {
        Files.writeString(file, "{\"schema\":1}");

        assertThat(WholeFile.begins(file, bytes("{\"schema\""))).isTrue();
        assertThat(WholeFile.begins(file, bytes("{\"other\""))).isFalse();
        assertThat(WholeFile.begins(file, bytes("{\"schema\":1}\n"))).isFalse();
        assertThat(WholeFile.begins(folder, bytes(""))).isFalse();
        assertThat(WholeFile.begins(folder.resolve("missing"), bytes(""))).isFalse();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
