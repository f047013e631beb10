package dev.glimprouter.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.compare.Outcome;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries of a run add up to. */
class RunSummaryTest {

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("run.jsonl");
    }

    private RunSummary of(RunEntry... entries) {
        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            List.of(entries).forEach(writer::append);
        }
        return RunSummary.of(file);
    }

    @Test
    void unscoredAndFailedAreInNoShare() {
        RunSummary summary =
                of(
                        SampleRuns.right("a", 0),
                        SampleRuns.wrong("a", 1),
                        SampleRuns.right("b", 0),
                        SampleRuns.unscored("b", 1),
                        SampleRuns.failed("c", 0));

        assertThat(summary.runs()).isEqualTo(5);
        assertThat(summary.right()).isEqualTo(2);
        assertThat(summary.unscored()).isEqualTo(1);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.accuracy().orElseThrow().value()).isEqualTo(0.75);
        assertThat(summary.largeShare()).hasValue(1);
        assertThat(summary.tokensEach(Writer.LARGE)).hasValue(9);
        assertThat(summary.tokensEach(Writer.SMALL)).hasValue(0);
        assertThat(summary.cachedTokens()).isEqualTo(12);
    }

    @Test
    void whatIsRightInTheReasoningAloneIsToldApart() {
        RunSummary summary =
                of(
                        SampleRuns.right("a", 0),
                        SampleRuns.rightInReasoning("b", 0),
                        SampleRuns.wrong("c", 0),
                        SampleRuns.rightInReasoning("d", 0),
                        SampleRuns.unscored("e", 0));

        assertThat(summary.right()).isEqualTo(3);
        assertThat(summary.rightInReasoning()).isEqualTo(2);
        assertThat(summary.rightInReasoningShare()).hasValue(0.5);
        assertThat(new RunTable(List.of(summary)).rows().getLast()).contains("75.0 %", "50.0 %");
    }

    @Test
    void secondsAreThoseOfQuestionsAskedAlone() {
        assertThat(
                        of(
                                        SampleRuns.right("a", 0),
                                        SampleRuns.beside(SampleRuns.right("b", 0)),
                                        SampleRuns.failed("c", 0))
                                .timed())
                .isEqualTo(1);
        file = folder.resolve("parallel.jsonl");
        assertThat(of(SampleRuns.beside(SampleRuns.right("a", 0))).secondsEach()).isEmpty();
    }

    @Test
    void theTableHasARowForEachRun() {
        RunSummary some = of(SampleRuns.right("a", 0), SampleRuns.wrong("b", 0));
        file = folder.resolve("none.jsonl");
        RunSummary none = of(SampleRuns.failed("a", 0));
        RunTable table = new RunTable(List.of(some, none));

        assertThat(table.text())
                .isEqualTo(
                        """
                        system   right         95 %  in reasoning  of  unscored  failed  steps by large  small tokens  large tokens  seconds
                        large   50.0 %  0.2 to 99.8         0.0 %   2         0       0         100.0 %             0             9     1.50
                        large        -            -             -   0         0       1               -             -             -        -
                        """);
        assertThat(table.markdown())
                .startsWith("| system | right | 95 % |")
                .contains("\n| --- | ---: |", "\n| large | 50.0 % |")
                .hasLineCount(4);
    }

    @Test
    void theObjectSaysTheSame() {
        RunSummary summary = of(SampleRuns.right("a", 0), SampleRuns.wrong("b", 0));

        assertThat(
                        RunSummaryJson.of(
                                Map.of(Path.of("run.jsonl"), summary),
                                Optional.of(new Throughput(2, 2, 18, 6_000_000_000L))))
                .contains(
                        "{\"system\":\"large\",\"file\":\"run.jsonl\",\"dataset\":\"sums\"",
                        "\"accuracy\":{\"value\":0.5,\"lower\":",
                        "\"tokens\":{\"small\":0.0,\"large\":9.0}",
                        "\"seconds\":1.5,\"timed\":2}]",
                        "\"throughput\":{\"parallel\":2,\"questions\":2,\"seconds\":6.0,"
                                + "\"questionsPerMinute\":20.0,\"tokensPerSecond\":3.0}");
    }

    @Test
    void forComparisonsAFailureIsUnscoredAndOnlyAloneIsTimed() {
        of(SampleRuns.beside(SampleRuns.right("a", 0)), SampleRuns.failed("b", 1));

        List<Outcome> outcomes = RunOutcomes.of(file, "large").outcomes();

        assertThat(outcomes).extracting(Outcome::mark).containsExactly(Mark.RIGHT, Mark.UNSCORED);
        assertThat(outcomes).allMatch(outcome -> outcome.seconds().isEmpty());
        assertThat(outcomes.getLast().repeat()).isEqualTo(1);
        assertThat(outcomes.getFirst().tokens()).containsEntry("large", 9.0);
    }

    @Test
    void runsOfOneSystemAreToldApartByTheirFiles() throws IOException {
        of();
        Path other = folder.resolve("other.jsonl");
        Files.copy(file, other);

        assertThat(RunSet.of(List.of(file, other)).names())
                .extracting(RunSet.Name::system)
                .containsExactly("large (%s)".formatted(file), "large (%s)".formatted(other));
        assertThatThrownBy(() -> RunSet.of(List.of(file, file)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("named twice");

        Files.writeString(
                other,
                Files.readString(other).replace("\"" + "ab".repeat(32), "\"" + "aa".repeat(32)));
        assertThatThrownBy(() -> RunSet.of(List.of(file, other)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("asks the questions of another file");
    }
}
