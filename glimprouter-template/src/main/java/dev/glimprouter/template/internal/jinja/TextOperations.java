package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Python's string operations, keeping the marks of each character. */
final class TextOperations {
    private TextOperations() {}

    /** Without the given characters (white space when null) at the chosen ends. */
    static Text strip(Text text, @Nullable Text characters, boolean left, boolean right) {
        String chars = text.chars();
        IntPredicate strips =
                characters == null ? Python::isSpace : c -> characters.chars().indexOf(c) >= 0;
        int start = 0;
        while (left && start < chars.length() && strips.test(chars.codePointAt(start))) {
            start += Character.charCount(chars.codePointAt(start));
        }
        int end = chars.length();
        while (right && end > start && strips.test(chars.codePointBefore(end))) {
            end -= Character.charCount(chars.codePointBefore(end));
        }
        return text.slice(start, end);
    }

    /** The parts between separators, at most {@code limit} cuts from the left; negative for all. */
    static List<Value> split(RenderContext context, Text text, Text separator, long limit) {
        requireSeparator(context, text, separator);
        List<Value> parts = new ArrayList<>();
        int from = 0;
        int at = text.chars().indexOf(separator.chars());
        while (at >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.slice(from, at));
            from = at + separator.length();
            at = text.chars().indexOf(separator.chars(), from);
        }
        parts.add(text.slice(from, text.length()));
        return parts;
    }

    /**
     * The parts between separators, at most {@code limit} cuts from the right; negative for all.
     */
    static List<Value> splitFromRight(
            RenderContext context, Text text, Text separator, long limit) {
        requireSeparator(context, text, separator);
        List<Value> parts = new ArrayList<>();
        int to = text.length();
        int at = text.chars().lastIndexOf(separator.chars());
        while (at >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.slice(at + separator.length(), to));
            to = at;
            at =
                    at < separator.length()
                            ? -1
                            : text.chars().lastIndexOf(separator.chars(), at - separator.length());
        }
        parts.add(text.slice(0, to));
        return parts.reversed();
    }

    private static void requireSeparator(RenderContext context, Text text, Text separator) {
        if (separator.isEmpty()) {
            throw new JinjaException("split: the separator is empty");
        }
        context.limits().search(text.length(), separator.length());
    }

    /** The words between stretches of white space, at most {@code limit} cuts; negative for all. */
    static List<Value> words(Text text, long limit) {
        String chars = text.chars();
        List<Value> words = new ArrayList<>();
        int at = Python.stripStart(chars, 0);
        while (at < chars.length()) {
            if (limit >= 0 && words.size() >= limit) {
                words.add(text.slice(at, chars.length()));
                return words;
            }
            int end = at;
            while (end < chars.length() && !Python.isSpace(chars.charAt(end))) {
                end++;
            }
            words.add(text.slice(at, end));
            at = Python.stripStart(chars, end);
        }
        return words;
    }

    /** The lines, without their ends. */
    static List<Value> lines(Text text) {
        String chars = text.chars();
        List<Value> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < chars.length(); i++) {
            if ("\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(chars.charAt(i)) >= 0) {
                lines.add(text.slice(from, i));
                i += chars.startsWith("\r\n", i) ? 1 : 0;
                from = i + 1;
            }
        }
        if (from < chars.length()) {
            lines.add(text.slice(from, chars.length()));
        }
        return lines;
    }

    /** With {@code old} replaced, at most {@code limit} times; negative for all. */
    static Text replace(RenderContext context, Text text, Text old, Text replacement, long limit) {
        context.limits().search(text.length(), old.length());
        TextBuilder out = context.text();
        int from = 0;
        int at = text.chars().indexOf(old.chars());
        for (long count = 0; at >= 0 && (limit < 0 || count < limit); count++) {
            out.append(text, from, at).append(replacement);
            from = at + old.length();
            if (old.isEmpty()) {
                if (at == text.length()) {
                    break;
                }
                int next = text.chars().offsetByCodePoints(at, 1);
                out.append(text, at, next);
                from = next;
            }
            at = text.chars().indexOf(old.chars(), from);
        }
        return out.append(text, from, text.length()).build();
    }

    static Text join(RenderContext context, Text separator, List<Value> parts) {
        TextBuilder out = context.text();
        boolean first = true;
        for (Value part : parts) {
            if (!first) {
                out.append(separator);
            }
            first = false;
            out.append(Printer.text(context, part));
        }
        return out.build();
    }

    static Text upper(RenderContext context, Text text) {
        TextBuilder out = context.text();
        text.runs()
                .forEach(
                        run -> out.append(run.chars().toUpperCase(Locale.ROOT), run.fromMessage()));
        return out.build();
    }

    static Text lower(RenderContext context, Text text) {
        TextBuilder out = context.text();
        text.runs()
                .forEach(
                        run -> out.append(run.chars().toLowerCase(Locale.ROOT), run.fromMessage()));
        return out.build();
    }

    /** Upper case for the first letter behind each separator, lower case for the others. */
    static Text title(RenderContext context, Text text, IntPredicate separator) {
        TextBuilder out = context.text();
        String chars = text.chars();
        boolean wordStarts = true;
        int at = 0;
        while (at < chars.length()) {
            int c = chars.codePointAt(at);
            String one = Character.toString(c);
            String cased = wordStarts ? one.toUpperCase(Locale.ROOT) : one.toLowerCase(Locale.ROOT);
            out.append(cased, text.fromMessage(at));
            wordStarts = separator.test(c);
            at += Character.charCount(c);
        }
        return out.build();
    }

    /** Upper case for the first character, lower case for all others. */
    static Text capitalize(RenderContext context, Text text) {
        return title(context, text, c -> false);
    }
}
