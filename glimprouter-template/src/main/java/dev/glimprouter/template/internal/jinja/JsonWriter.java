package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Python's {@code json.dumps}, with the options that the {@code tojson} filter passes on. */
final class JsonWriter {
    /** How to write; {@code indent} is what one level is indented by, null for one line. */
    record Style(
            boolean ascii,
            @Nullable String indent,
            String itemSeparator,
            String keySeparator,
            boolean sortKeys) {}

    private final RenderContext context;
    private final TextBuilder out;
    private final Style style;

    private JsonWriter(RenderContext context, Style style) {
        this.context = context;
        this.out = context.text();
        this.style = style;
    }

    static Text write(RenderContext context, Value value, Style style) {
        var writer = new JsonWriter(context, style);
        writer.value(value, 0);
        return writer.out.build();
    }

    private void value(Value value, int level) {
        switch (value) {
            case Text text -> string(text);
            case Value.None _ -> out.append("null");
            case Value.Bool bool -> out.append(bool.value() ? "true" : "false");
            case Value.Int integer -> out.append(Long.toString(integer.value()));
            case Value.Real real -> out.append(real(real.value()));
            case Value.Sequence sequence when sequence.kind() != Value.SequenceKind.GENERATOR ->
                    group("[", sequence.items(), "]", level, item -> value(item, level + 1));
            case Value.Dict dict ->
                    group("{", entries(dict), "}", level, entry -> entry(entry, level + 1));
            case Value.Sequence _, Value.Undefined _, Value.Namespace _, Value.Function _, Loop _ ->
                    throw new JinjaException(Values.typeName(value) + " has no JSON form");
        }
    }

    private <T> void group(String open, List<T> items, String close, int level, Consumer<T> write) {
        out.append(open);
        String separator = "";
        for (T item : items) {
            out.append(separator);
            newLine(level + 1);
            write.accept(item);
            separator = style.itemSeparator;
        }
        if (!items.isEmpty()) {
            newLine(level);
        }
        out.append(close);
    }

    private List<Map.Entry<Value, Value>> entries(Value.Dict dict) {
        List<Map.Entry<Value, Value>> entries = new ArrayList<>(dict.entries().entrySet());
        if (style.sortKeys) {
            entries.sort(Map.Entry.comparingByKey(keyOrder()));
        }
        return entries;
    }

    private Comparator<Value> keyOrder() {
        return (a, b) -> Operators.compare(context, a, b);
    }

    private void entry(Map.Entry<Value, Value> entry, int level) {
        switch (entry.getKey()) {
            case Text text -> string(text);
            case Value other -> {
                out.append("\"");
                value(other, level);
                out.append("\"");
            }
        }
        out.append(style.keySeparator);
        value(entry.getValue(), level);
    }

    private void newLine(int level) {
        if (style.indent != null) {
            out.append("\n");
            for (int i = 0; i < level; i++) {
                out.append(style.indent);
            }
        }
    }

    private void string(Text text) {
        out.append("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.chars().charAt(i);
            out.append(escaped(c), text.fromMessage(i));
        }
        out.append("\"");
    }

    private String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                    c < 0x20 || (style.ascii && c > 0x7e)
                            ? "\\u" + HexFormat.of().toHexDigits(c)
                            : String.valueOf(c);
        };
    }

    private static String real(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return Numbers.shown(value);
    }
}
