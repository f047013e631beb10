package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;

import java.nio.file.Path;
import java.util.List;

/**
 * MATH-500: {@code problem}, {@code answer}, {@code unique_id}, {@code subject}; also the full
 * MATH.
 */
final class Math500 {

    private Math500() {}

    static Content read(Path file) {
        return Content.of(
                DatasetKind.MATH500, Task.MATHS, JsonRows.read(file, Math500::problem), List.of());
    }

    private static Problem problem(Row row) {
        String answer = row.text("answer");
        if (answer.isBlank()) {
            throw new IllegalArgumentException("the answer is empty");
        }
        return new Problem(
                        row.maybeText("unique_id").orElseGet(() -> String.valueOf(row.index())),
                        row.text("problem"),
                        new Gold.Expression(answer))
                .withSubject(row.maybeText("subject"));
    }
}
