package dev.glimprouter.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.testkit.memory.Allocation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Garbage: it gets a grade, and never an exception, a hang or much memory. */
class GraderFuzzTest {

    private static final int INPUTS = 50_000;
    private static final long MOST_BYTES = 64L << 20;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20260105, 20261122})
    void gradesGarbage(long seed) {
        RandomAnswers answers = new RandomAnswers(seed);
        for (int i = 0; i < INPUTS; i++) {
            String right = answers.right();
            String given = answers.given();
            Gold gold = i % 10 == 0 ? new Gold.Choice('C') : new Gold.Expression(right);
            String text = i % 3 == 0 ? given : "\\boxed{" + given + "}";
            String shown = "input %d of seed %d: %s ~ %s".formatted(i, seed, right, text);

            long bytes =
                    Allocation.bytes(
                            () -> assertThat(grade(gold, text, shown).reason()).isNotBlank());

            assertThat(bytes).as(shown).isLessThan(MOST_BYTES);
        }
    }

    private static Grade grade(Gold gold, String text, String shown) {
        try {
            return Graders.of(gold).grade(text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(shown, e);
        }
    }
}
