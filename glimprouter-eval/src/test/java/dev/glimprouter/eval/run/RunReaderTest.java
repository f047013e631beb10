package dev.glimprouter.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is written is what is read. */
class RunReaderTest {

    private static final List<RunEntry> ENTRIES =
            List.of(
                    SampleRuns.right("a", 0),
                    SampleRuns.wrong("a", 1),
                    SampleRuns.unscored("b", 0),
                    SampleRuns.beside(SampleRuns.failed("b", 1)));

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("run.jsonl");
        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            ENTRIES.forEach(writer::append);
        }
    }

    @Test
    void headerAndEntriesComeBackAsTheyWere() {
        try (RunReader reader = RunReader.open(file)) {
            assertThat(reader.header()).isEqualTo(SampleRuns.HEADER);
            assertThat(reader).toIterable().containsExactlyElementsOf(ENTRIES);
            assertThat(reader.torn()).isFalse();
        }
    }

    @Test
    void aTornLastLineEndsTheEntries() throws IOException {
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 1));

        try (RunReader reader = RunReader.open(file)) {
            assertThat(reader).toIterable().hasSize(3);
            assertThat(reader.torn()).isTrue();
        }
    }

    @Test
    void whatLaterReleasesAddIsPassedOver() throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"grading\":", "\"mood\":\"good\",\"grading\":")
                        .replace("\"attempts\":", "\"mood\":{\"is\":[1]},\"attempts\":")
                        .replace(
                                "{\"event\":\"finished\"",
                                "{\"event\":\"sang\"},{\"event\":\"finished\""));

        try (RunReader reader = RunReader.open(file)) {
            assertThat(reader.header()).isEqualTo(SampleRuns.HEADER);
            RunEntry first = reader.next();
            assertThat(first.trace().skipped()).isEqualTo(1);
            assertThat(first.trace().events()).isEqualTo(ENTRIES.getFirst().trace().events());
        }
    }

    @Test
    void newerVersionsAndOtherFilesAreRefused() throws IOException {
        String whole = Files.readString(file);

        refused(whole.replaceFirst("\"version\":1", "\"version\":2"), "line 1: run version 2");
        refused("{\"schema\":\"glimprouter.trace\",\"version\":1}\n", "not the header of a run");
        refused("", "ends within its first line");
        refused(
                whole.replaceFirst("\"mark\":\"right\"", "\"mark\":\"great\""),
                "line 2: \"great\"");
    }

    private void refused(String content, String words) throws IOException {
        Files.writeString(file, content);
        assertThatThrownBy(() -> RunSummary.of(file))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> RunReader.open(folder.resolve("none.jsonl")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("there is no such file");
    }
}
