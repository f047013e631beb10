package dev.glimprouter.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.Environment;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a run file survives, and what it refuses. */
class RunWriterTest {

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("runs/large.jsonl");
    }

    private void write(RunEntry... entries) {
        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            for (RunEntry entry : entries) {
                writer.append(entry);
            }
        }
    }

    private static RunHeader header(RouterConfig config, EngineInfo large) {
        RunHeader of = SampleRuns.HEADER;
        return new RunHeader(
                of.version(),
                OffsetDateTime.parse("2027-01-01T00:00:00Z"),
                of.environment(),
                of.data(),
                of.prompting(),
                of.grading(),
                of.strategy(),
                config,
                of.repeats(),
                Map.of(Writer.LARGE, large));
    }

    private void refused(RunHeader header, String... words) {
        assertThatThrownBy(() -> RunWriter.open(file, header))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("large.jsonl was begun otherwise: ")
                .hasMessageContainingAll(words)
                .hasMessageEndingWith("choose another folder with --out.");
    }

    @Test
    void whateverIsLeftOfTheLastLineIsCutAndAskedAgain() throws IOException {
        write(SampleRuns.right("a", 0), SampleRuns.failed("b", 0));
        int two = (int) Files.size(file);
        write(SampleRuns.wrong("c", 0));
        byte[] whole = Files.readAllBytes(file);

        for (int cut = two; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));

            try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
                assertThat(writer.entries()).isEqualTo(2);
                assertThat(writer.isResumed()).isTrue();
            }

            assertThat(Files.size(file)).isEqualTo(two);
        }
        write(SampleRuns.wrong("c", 0));
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void aTornHeaderIsWrittenAgain() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file);

        for (int cut = 0; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));

            try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
                assertThat(writer.isResumed()).isFalse();
            }

            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void itKnowsWhatItHolds() {
        write(SampleRuns.right("a", 0), SampleRuns.unscored("a", 1), SampleRuns.failed("b", 0));

        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            assertThat(writer.finished())
                    .containsOnly(
                            Map.entry(new RunKey("a", 0), Optional.of(Mark.RIGHT)),
                            Map.entry(new RunKey("a", 1), Optional.of(Mark.UNSCORED)),
                            Map.entry(new RunKey("b", 0), Optional.empty()));
            assertThat(writer.has(new RunKey("b", 1))).isFalse();
            assertThatThrownBy(() -> writer.append(SampleRuns.wrong("a", 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("question a, repeat 1 is in the file already");
        }
    }

    @Test
    void aChangedHeaderIsRefusedWithWhatChanged() throws IOException {
        write(SampleRuns.right("a", 0));
        byte[] before = Files.readAllBytes(file);
        EngineInfo large = SampleRuns.LARGE;

        refused(header(SampleRuns.RULES.withSeed(8), large), "config.seed was 7 and is 8.");
        refused(
                header(SampleRuns.RULES.withSpeculative(true), large),
                "config.speculative was not set and is true.");
        refused(
                header(SampleRuns.RULES, new EngineInfo("scripted", "2", "huge", 64, 4096, 1_000)),
                "models.large.build was \"1\" and is \"2\".");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void dataPromptAndVersionMustNotChangeEither() {
        write();
        RunHeader of = SampleRuns.HEADER;
        RunData data = of.data();
        RunData others =
                new RunData(
                        data.name(),
                        "ba".repeat(32),
                        data.task(),
                        data.selection(),
                        data.questions(),
                        data.questionsSha256(),
                        data.publishable(),
                        data.notes());

        refused(with(of, others, of.prompting(), of.environment()), "data.sha256 was \"abab");
        refused(
                with(of, data, new Prompting("Be long.", ""), of.environment()),
                "prompting.instruction was \"Be brief.\" and is \"Be long.\".");
        refused(
                with(of, data, of.prompting(), environment("0.2.0", "Linux 6.12", 2)),
                "environment.glimprouter was \"0.1.0\" and is \"0.2.0\".");
    }

    private static Environment environment(String glimprouter, String os, int cores) {
        return new Environment(glimprouter, "25", os, "amd64", cores);
    }

    @Test
    void anotherMachineGoesOnAndIsTold() {
        write(SampleRuns.right("a", 0));
        RunHeader of = SampleRuns.HEADER;
        RunHeader elsewhere =
                with(of, of.data(), of.prompting(), environment("0.1.0", "Linux 6.18", 4));

        try (RunWriter writer = RunWriter.open(file, elsewhere)) {
            assertThat(writer.machineChanges())
                    .containsExactly(
                            "environment.os was \"Linux 6.12\" and is \"Linux 6.18\"",
                            "environment.cores was 2 and is 4");
            writer.append(SampleRuns.right("b", 0));
        }
        try (RunWriter writer = RunWriter.open(file, of)) {
            assertThat(writer.machineChanges()).isEmpty();
            assertThat(writer.entries()).isEqualTo(2);
        }
    }

    private static RunHeader with(
            RunHeader of, RunData data, Prompting prompting, Environment environment) {
        return new RunHeader(
                of.version(),
                of.startedAt(),
                environment,
                data,
                prompting,
                of.grading(),
                of.strategy(),
                of.config(),
                of.repeats(),
                of.models());
    }

    @Test
    void theTimeAndTheMemoryMayChange() {
        write(SampleRuns.right("a", 0));
        RunHeader later =
                header(SampleRuns.RULES, new EngineInfo("scripted", "1", "huge", 64, 4096, 9_999));

        try (RunWriter writer = RunWriter.open(file, later)) {
            assertThat(writer.entries()).isEqualTo(1);
        }
        try (RunReader reader = RunReader.open(file)) {
            assertThat(reader.header()).isEqualTo(SampleRuns.HEADER);
        }
    }

    @Test
    void aSecondWriterIsRefusedWhileTheFirstGoesOn() {
        try (RunWriter first = RunWriter.open(file, SampleRuns.HEADER)) {
            assertThatThrownBy(() -> RunWriter.open(file, SampleRuns.HEADER))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("Another process is writing the run");
            first.append(SampleRuns.right("a", 0));
        }
        write(SampleRuns.right("b", 0));
    }

    @Test
    void aFileThatIsNoRunIsRefusedAndLeftAlone() throws IOException {
        for (String content : new String[] {"My thesis", "{\"schema\":\"glimprouter.trace\"}\n"}) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);

            assertThatThrownBy(() -> RunWriter.open(file, SampleRuns.HEADER))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("exists and is not a run");

            assertThat(file).hasContent(content);
        }
    }

    @Test
    void aWrongLineInTheMiddleIsRefusedWithItsNumber() throws IOException {
        write(SampleRuns.right("a", 0));
        Files.writeString(file, Files.readString(file) + "{\"problem\":1}\n");

        assertThatThrownBy(() -> RunWriter.open(file, SampleRuns.HEADER))
                .isInstanceOf(RequestException.class)
                .hasMessage(file + ", line 3: the field \"problem\" must be a string.");
    }

    @Test
    void anEntryThatIsThereTwiceIsRefused() throws IOException {
        write(SampleRuns.right("a", 0));
        String[] lines = Files.readString(file).split("(?<=\n)", -1);
        Files.writeString(file, lines[0] + lines[1] + lines[1]);

        assertThatThrownBy(() -> RunWriter.open(file, SampleRuns.HEADER))
                .isInstanceOf(RequestException.class)
                .hasMessage(file + ", line 3: question a, repeat 0 is there twice.");
    }

    @Test
    void nothingIsAppendedAfterTheEnd() {
        RunWriter writer = RunWriter.open(file, SampleRuns.HEADER);
        writer.close();

        assertThatThrownBy(() -> writer.append(SampleRuns.right("a", 0)))
                .isInstanceOf(SetupException.class);
    }

    @Test
    void anInterruptedThreadWritesOn() {
        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            Thread.currentThread().interrupt();
            writer.append(SampleRuns.right("a", 0));
            assertThat(Thread.interrupted()).isTrue();
            writer.append(SampleRuns.right("b", 0));
        }
        assertThat(RunSummary.of(file).right()).isEqualTo(2);
    }
}
