package dev.glimprouter.template.internal.jinja;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Values as text: Python's {@code str} and {@code repr}. */
final class Printer {
    private Printer() {}

    /** Python's {@code str(value)}; nothing for an undefined value. */
    static Text text(RenderContext context, Value value) {
        if (value instanceof Text text) {
            return text;
        }
        TextBuilder out = context.text();
        if (!(value instanceof Value.Undefined)) {
            repr(out, value);
        }
        return out.build();
    }

    private static void repr(TextBuilder out, Value value) {
        switch (value) {
            case Text text -> quoted(out, text);
            case Value.Undefined _ -> out.append("Undefined");
            case Value.None _ -> out.append("None");
            case Value.Bool bool -> out.append(bool.value() ? "True" : "False");
            case Value.Int integer -> out.append(Long.toString(integer.value()));
            case Value.Real real -> out.append(Numbers.shown(real.value()));
            case Value.Sequence sequence -> sequence(out, sequence);
            case Value.Dict dict -> dict(out, dict);
            case Value.Namespace _, Value.Function _, Loop _ ->
                    throw new JinjaException(Values.typeName(value) + " cannot be written");
        }
    }

    private static void sequence(TextBuilder out, Value.Sequence sequence) {
        List<Value> items = sequence.items();
        switch (sequence.kind()) {
            case LIST -> items(out.append("["), items).append("]");
            case TUPLE -> items(out.append("("), items).append(items.size() == 1 ? ",)" : ")");
            case GENERATOR ->
                    throw new JinjaException(
                            "a generator cannot be written, use the filter 'list'");
        }
    }

    private static TextBuilder items(TextBuilder out, List<Value> items) {
        String separator = "";
        for (Value item : items) {
            repr(out.append(separator), item);
            separator = ", ";
        }
        return out;
    }

    private static void dict(TextBuilder out, Value.Dict dict) {
        out.append("{");
        String separator = "";
        for (Map.Entry<Value, Value> entry : dict.entries().entrySet()) {
            repr(out.append(separator), entry.getKey());
            repr(out.append(": "), entry.getValue());
            separator = ", ";
        }
        out.append("}");
    }

    private static void quoted(TextBuilder out, Text text) {
        String chars = text.chars();
        String quote = chars.contains("'") && !chars.contains("\"") ? "\"" : "'";
        out.append(quote);
        int at = 0;
        while (at < chars.length()) {
            int c = chars.codePointAt(at);
            String shown = c == quote.charAt(0) ? "\\" + quote : escaped(c);
            out.append(shown, text.fromMessage(at));
            at += Character.charCount(c);
        }
        out.append(quote);
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                if (printable(c)) {
                    yield Character.toString(c);
                }
                HexFormat hex = HexFormat.of();
                yield c < 0x100
                        ? "\\x" + hex.toHexDigits((byte) c)
                        : c < 0x10000
                                ? "\\u" + hex.toHexDigits((char) c)
                                : "\\U" + hex.toHexDigits(c);
            }
        };
    }

    /** Python's {@code str.isprintable} for one character. */
    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
