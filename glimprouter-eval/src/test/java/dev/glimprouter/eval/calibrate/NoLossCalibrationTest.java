package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.statistics.NonInferiority.Verdict;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The least of large's work at which no loss is shown. */
class NoLossCalibrationTest {

    private static final int FIRST_HARD = 24;

    @TempDir Path folder;

    /**
     * One step a question; H_init of question i is 0.025 + i / 20, and from question 24 on the
     * answer is wrong if small wrote the step.
     */
    private Sums sums() {
        return new Sums(folder, 40)
                .withSmall(scene -> step(scene, "Add.", 0.025 + 0.05 * Sums.index(scene)))
                .withLarge(scene -> step(scene, "Plan.", 0));
    }

    private static Reply step(Scene scene, String words, double nats) {
        int i = Sums.index(scene);
        boolean wrong = scene.text().contains("Add.") && i >= FIRST_HARD;
        String answer = "\\boxed{%d}".formatted(wrong ? 999 : 2 * i);
        return scene.text().isEmpty()
                ? Reply.text(words + "</think>\n\n" + answer).entropy(nats)
                : Reply.text(answer);
    }

    @Test
    void theSequenceEndsWhereNoLossIsNotShown() {
        Part part = sums().find("glimpse", new Target.NoLoss(0.1), 4);

        assertThat(part.rounds())
                .extracting(Round::system)
                .containsExactly(
                        "large",
                        "glimpse(tau=1.0)",
                        "glimpse(tau=0.4)",
                        "glimpse(tau=0.8)",
                        "glimpse(tau=1.2)",
                        "glimpse(tau=1.6)");
        assertThat(part.threshold()).isEqualTo(1.2);
        assertThat(part.chosen().figures().stepsByLarge().orElseThrow().value()).isEqualTo(0.4);
        Loss none = part.chosen().loss().orElseThrow();
        assertThat(none.verdict()).isEqualTo(Verdict.SHOWN);
        assertThat(none.difference().value()).isZero();
        assertThat(none.difference().interval().lower()).isBetween(-0.1, -0.01);
        Loss last = part.rounds().getLast().loss().orElseThrow();
        assertThat(last.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(last.difference().value()).isEqualTo(-0.2);
    }

    @Test
    void aMarginThatSoFewQuestionsCannotShowIsAnError() {
        assertThatThrownBy(() -> sums().find("glimpse", new Target.NoLoss(0.01), 4))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(
                        "With 40 questions no threshold is shown to lose at most 0.01");
    }
}
