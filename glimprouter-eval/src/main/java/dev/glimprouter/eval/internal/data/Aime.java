package dev.glimprouter.eval.internal.data;

import dev.glimprouter.eval.data.DatasetKind;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.data.Task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** AIME: the fields {@code problem}, {@code answer} and, where it is there, {@code id}. */
final class Aime {

    private Aime() {}

    static Content of2024(Path file) {
        List<Problem> problems = JsonRows.read(file, row -> problem(row, row.text("problem")));
        return Content.of(DatasetKind.AIME24, Task.MATHS, problems, List.of());
    }

    /** The widely copied file of 2025 lost backslashes in three rows. */
    static Content of2025(Path file) {
        List<Integer> repaired = new ArrayList<>();
        List<Problem> problems =
                JsonRows.read(
                        file,
                        row -> {
                            String text = row.text("problem");
                            String whole = LostBackslashes.repair(text);
                            if (!whole.equals(text)) {
                                repaired.add(row.index());
                            }
                            return problem(row, whole);
                        });
        return Content.of(DatasetKind.AIME25, Task.MATHS, problems, notes(repaired));
    }

    private static List<String> notes(List<Integer> repaired) {
        return repaired.isEmpty()
                ? List.of()
                : List.of(
                        "lost backslashes of LaTeX put back in %d rows (from 0): %s"
                                .formatted(
                                        repaired.size(),
                                        String.join(
                                                ", ",
                                                repaired.stream().map(String::valueOf).toList())));
    }

    private static Problem problem(Row row, String text) {
        String id = row.maybeText("id").orElseGet(() -> String.valueOf(row.index()));
        return new Problem(id, text, new Gold.Whole(WholeNumbers.require(row.text("answer"))));
    }
}
