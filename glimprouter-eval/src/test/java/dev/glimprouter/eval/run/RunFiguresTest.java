package dev.glimprouter.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What a run came to, with intervals. */
class RunFiguresTest {

    @TempDir Path folder;

    private RunFigures figures(RunEntry... entries) {
        Path file = folder.resolve("run.jsonl");
        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            for (RunEntry entry : entries) {
                writer.append(entry);
            }
        }
        return RunFigures.of(file);
    }

    @Test
    void failedAndUnscoredAreInNoShareOfRightOnes() {
        RunFigures figures =
                figures(
                        SampleRuns.right("a", 0),
                        SampleRuns.right("a", 1),
                        SampleRuns.wrong("b", 0),
                        SampleRuns.unscored("c", 0),
                        SampleRuns.failed("d", 0));

        assertThat(figures.runs()).isEqualTo(5);
        assertThat(figures.unscored()).isEqualTo(1);
        assertThat(figures.failed()).isEqualTo(1);
        assertThat(figures.right().orElseThrow().value()).isEqualTo(0.5);
        assertThat(figures.stepsByLarge().orElseThrow().value()).isEqualTo(1);
        assertThat(figures.tokensByLarge().orElseThrow().value()).isEqualTo(1);
        assertThat(figures.seconds().orElseThrow().value()).isEqualTo(1.5);
    }

    @Test
    void whatThereIsNoneOfIsEmpty() {
        assertThat(figures(SampleRuns.failed("a", 0)).right()).isEmpty();
        assertThat(figures().stepsByLarge()).isEmpty();
        assertThat(figures(SampleRuns.beside(SampleRuns.right("b", 0))).seconds()).isEmpty();
    }
}
