package dev.glimprouter.eval.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Task;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.eval.run.RunSet;
import dev.glimprouter.eval.run.RunWriter;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Other grades, and nothing else. */
class RegradingTest {

    private static final String RULE = "\"grading\":\"" + Marking.WITHOUT_CODE.name() + "\"";
    private static final String OLD_RULE = "\"grading\":\"by the weather\"";

    @TempDir Path folder;

    private Exam exam;
    private Path file;
    private String fresh = "";

    /** Questions 0 and 2 have their answer in the reasoning, the others behind it. */
    @BeforeEach
    void evaluate() throws IOException {
        exam = new Exam(folder, "large").calculating();
        exam.large =
                ScriptedEngine.of(
                                scene -> {
                                    String box = "So \\boxed{4}.";
                                    boolean first = scene.call() % 2 == 0;
                                    return Reply.text(first ? box : "That was easy.");
                                })
                        .withTime(exam.time)
                        .named("large");
        exam.run();
        file = exam.plan().file(exam.contestants.getFirst());
        fresh = Files.readString(file);
    }

    /** The file as an older rule would have graded it. */
    private void age() throws IOException {
        Files.writeString(
                file,
                fresh.replace(RULE, OLD_RULE)
                        .replaceAll(
                                "\"grade\":\\{[^}]*\\}(?=,\"seconds)",
                                "\"grade\":{\"mark\":\"wrong\",\"found\":null,\"reason\":\"Rain.\"}"));
        assertThat(Files.readString(file)).isNotEqualTo(fresh).contains("Rain.");
    }

    private Regraded regrade(Dataset dataset) {
        return new Regrading(dataset, Marking.WITHOUT_CODE).regrade(new RunSet.Name(file, "large"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !path.toString().endsWith(".lock")).toList();
        }
    }

    @Test
    void theFileIsAsIfItHadBeenGradedSoFromTheStart() throws IOException {
        age();

        Regraded result = regrade(exam.dataset);

        assertThat(result).isEqualTo(new Regraded("large", 5, 1, 0, 1));
        assertThat(Files.readString(file)).isEqualTo(fresh);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void anEvaluationGoesOnOnlyOnceItIsGradedAnew() throws IOException {
        age();

        assertThatThrownBy(exam::run)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("grading was \"by the weather\"")
                .hasMessageContaining("Grade it anew with regrade");

        regrade(exam.dataset);
        assertThat(exam.run().questions()).isZero();
    }

    @Test
    void aTornLastLineIsLeftOut() throws IOException {
        Files.writeString(file, fresh.substring(0, fresh.length() - 10));

        assertThat(regrade(exam.dataset).graded()).isEqualTo(4);
        assertThat(fresh).startsWith(Files.readString(file)).hasLineCount(6);
        assertThat(exam.run().questions()).isEqualTo(1);
    }

    @Test
    void otherQuestionsAreRefusedAndTheFileStays() throws IOException {
        age();
        String aged = Files.readString(file);
        Dataset other =
                new Dataset(
                        "sums",
                        "cd".repeat(32),
                        Task.MATHS,
                        exam.dataset.problems(),
                        List.of(),
                        true);
        assertThatThrownBy(() -> regrade(other))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("asks the questions of another file");

        Dataset fewer = Exam.sums(3);
        assertThatThrownBy(() -> regrade(fewer))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("asks q3, which --data does not read like that");
        assertThat(Files.readString(file)).isEqualTo(aged);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftAlone() {
        RunHeader header;
        try (RunReader reader = RunReader.open(file)) {
            header = reader.header();
        }
        try (RunWriter _ = RunWriter.open(file, header)) {
            assertThatThrownBy(() -> regrade(exam.dataset))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("Another process is writing");
        }
    }

    @Test
    void failedQuestionsStayFailed() throws IOException {
        Files.writeString(
                file,
                fresh.replaceFirst(
                        "\"grade\":\\{[^}]*\\}(?=,\"seconds)",
                        "\"failure\":{\"kind\":\"RetryableException\",\"message\":\"Down.\"}"));

        assertThat(regrade(exam.dataset).graded()).isEqualTo(4);
        assertThat(Files.readString(file)).contains("Down.");
    }
}
