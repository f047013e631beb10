package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.text.Table;

import java.util.stream.Collectors;

/** A study as Markdown: a heading, a table and a list for each part. */
public final class StudyMarkdown {

    private StudyMarkdown() {}

    /** The parts. */
    public static String of(Study study) {
        return StudySections.of(study).stream()
                .map(StudyMarkdown::part)
                .collect(Collectors.joining("\n"));
    }

    private static String part(StudySection section) {
        return "## "
                + section.title()
                + "\n\n"
                + section.table().map(Table::markdown).map(table -> table + "\n").orElse("")
                + section.says().stream()
                        .map(line -> "- " + Table.escaped(line) + "\n")
                        .collect(Collectors.joining());
    }
}
