package dev.glimprouter.template.internal.jinja;

import java.util.Arrays;

/** Joins texts and keeps their marks; every character counts against the limits. */
final class TextBuilder {
    private final Limits limits;
    private final StringBuilder chars = new StringBuilder();
    private int[] marks = new int[8];
    private int markCount;

    TextBuilder(Limits limits) {
        this.limits = limits;
    }

    /** Appends characters of the given origin. */
    TextBuilder append(String more, boolean fromMessage) {
        if (more.isEmpty()) {
            return this;
        }
        limits.textGrows(chars.length(), more.length());
        int start = chars.length();
        chars.append(more);
        if (fromMessage) {
            mark(start, chars.length());
        }
        return this;
    }

    /** Appends characters that the template wrote. */
    TextBuilder append(String more) {
        return append(more, false);
    }

    TextBuilder append(Text more) {
        for (Text.Run run : more.runs()) {
            append(run.chars(), run.fromMessage());
        }
        return this;
    }

    TextBuilder append(Text more, int from, int to) {
        return append(more.slice(from, to));
    }

    int length() {
        return chars.length();
    }

    Text build() {
        return new Text(chars.toString(), Arrays.copyOf(marks, markCount));
    }

    private void mark(int start, int end) {
        if (markCount > 0 && marks[markCount - 1] == start) {
            marks[markCount - 1] = end;
            return;
        }
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount] = start;
        marks[markCount + 1] = end;
        markCount += 2;
    }
}
