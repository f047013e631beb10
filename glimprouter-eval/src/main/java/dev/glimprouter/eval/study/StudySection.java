package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.text.Table;

import java.util.List;
import java.util.Optional;

/**
 * A part of a study's report.
 *
 * @param title its heading
 * @param table its figures, if any
 * @param says what they mean, in plain sentences
 */
record StudySection(String title, Optional<Table> table, List<String> says) {

    StudySection {
        says = List.copyOf(says);
    }

    static StudySection of(String title, List<List<String>> rows, List<String> says) {
        return new StudySection(
                title, rows.size() > 1 ? Optional.of(new Table(rows)) : Optional.empty(), says);
    }
}
