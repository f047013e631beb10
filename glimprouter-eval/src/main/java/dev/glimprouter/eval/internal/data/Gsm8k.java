package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;

import java.nio.file.Path;
import java.util.List;

/** GSM8K: {@code question}, and {@code answer} with a worked solution before the number. */
final class Gsm8k {

    static final String BEFORE_ANSWER = "####";

    private Gsm8k() {}

    static Content read(Path file) {
        return Content.of(
                DatasetKind.GSM8K, Task.MATHS, JsonRows.read(file, Gsm8k::problem), List.of());
    }

    private static Problem problem(Row row) {
        String solution = row.text("answer");
        int at = solution.lastIndexOf(BEFORE_ANSWER);
        if (at < 0) {
            throw new IllegalArgumentException("the answer has no number after ####");
        }
        String answer = solution.substring(at + BEFORE_ANSWER.length());
        return new Problem(
                "gsm8k-" + row.index(),
                row.text("question"),
                new Gold.Whole(WholeNumbers.require(answer)));
    }
}
