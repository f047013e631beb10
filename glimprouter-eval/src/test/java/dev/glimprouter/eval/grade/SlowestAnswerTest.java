package dev.glimprouter.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.memory.ThreadTime;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers made to blow a grader up: each gets its grade within 100 ms of computing, once warm. */
class SlowestAnswerTest {

    private static final int ROUNDS = 5;
    private static final double MOST_MILLIS = 100;

    @Test
    void everyAnswerIsGradedInTime() {
        Map<String, Double> millis = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            HardAnswers.all().forEach((name, pair) -> millis.merge(name, millis(pair), Math::min));
        }
        var slowest = millis.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        System.out.printf(
                "slowest of %d answers made to blow up: %.1f ms, %s%n",
                millis.size(), slowest.getValue(), slowest.getKey());

        assertThat(slowest.getValue()).as(slowest.getKey()).isLessThan(MOST_MILLIS);
    }

    private static double millis(HardAnswers.Pair pair) {
        long nanos =
                ThreadTime.nanos(
                        () -> {
                            MathGrader grader = new MathGrader(pair.right());
                            Grade grade = grader.grade("\\boxed{" + pair.given() + "}");
                            assertThat(grade.reason()).isNotBlank();
                        });
        return nanos / 1e6;
    }
}
