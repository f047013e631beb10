package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.text.Table;

import java.util.stream.Collectors;

/** A study for a terminal. All intervals are 95 % and over questions. */
public final class StudyText {

    private StudyText() {}

    /** Tables, each with what it means below it. */
    public static String of(Study study) {
        return StudySections.of(study).stream()
                .map(StudyText::block)
                .collect(Collectors.joining("\n"));
    }

    private static String block(StudySection section) {
        return section.title()
                + "\n"
                + section.table().map(Table::text).orElse("")
                + section.says().stream()
                        .map(line -> "  " + line + "\n")
                        .collect(Collectors.joining());
    }
}
