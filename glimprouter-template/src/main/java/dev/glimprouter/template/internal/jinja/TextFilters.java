package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Filters that make text. */
final class TextFilters {
    private static final int MAX_INDENT = 1000;

    private TextFilters() {}

    static void addTo(Map<String, Filters.Filter> filters) {
        filters.put("trim", TextFilters::trim);
        filters.put(
                "upper",
                (context, input, _) -> TextOperations.upper(context, Printer.text(context, input)));
        filters.put(
                "lower",
                (context, input, _) -> TextOperations.lower(context, Printer.text(context, input)));
        filters.put(
                "capitalize",
                (context, input, _) ->
                        TextOperations.capitalize(context, Printer.text(context, input)));
        filters.put(
                "title",
                (context, input, _) ->
                        TextOperations.title(
                                context,
                                Printer.text(context, input),
                                TextFilters::separatesWords));
        filters.put("replace", TextFilters::replace);
        filters.put("indent", TextFilters::indent);
        filters.put("string", (context, input, _) -> Printer.text(context, input));
        filters.put("safe", (context, input, _) -> Printer.text(context, input));
        filters.put("tojson", TextFilters::toJson);
    }

    private static boolean separatesWords(int c) {
        return Python.isSpace(c) || "-({[<".indexOf(c) >= 0;
    }

    private static Value trim(RenderContext context, Value input, Arguments arguments) {
        Text characters = arguments.bind("trim", "chars").textOrNull("chars");
        return TextOperations.strip(Printer.text(context, input), characters, true, true);
    }

    private static Value replace(RenderContext context, Value input, Arguments arguments) {
        Bound bound = arguments.bind("replace", "old", "new", "count");
        return TextOperations.replace(
                context,
                Printer.text(context, input),
                Printer.text(context, bound.value("old")),
                Printer.text(context, bound.value("new")),
                bound.integerOr("count", -1));
    }

    private static Value indent(RenderContext context, Value input, Arguments arguments) {
        if (input instanceof Value.Undefined undefined) {
            throw undefined.error();
        }
        Bound bound = arguments.bind("indent", "width", "first", "blank");
        Text indentation = indentation(bound.valueOr("width", new Value.Int(4)));
        boolean blank = bound.truthOr("blank", false);
        Text withEnd = context.text().append(Printer.text(context, input)).append("\n").build();
        List<Value> lines = TextOperations.lines(withEnd);
        TextBuilder out = context.text();
        for (int i = 0; i < lines.size(); i++) {
            Text line = (Text) lines.get(i);
            boolean indented = i == 0 ? bound.truthOr("first", false) : blank || !line.isEmpty();
            out.append(i == 0 ? "" : "\n").append(indented ? indentation : Text.EMPTY).append(line);
        }
        return out.build();
    }

    private static Text indentation(Value width) {
        if (width instanceof Text text) {
            return text;
        }
        long spaces = Numbers.integer(width).orElse(-1);
        if (spaces < 0 || spaces > MAX_INDENT) {
            throw new JinjaException("indent: the width must be a string or 0 to " + MAX_INDENT);
        }
        return Text.ofTemplate(" ".repeat((int) spaces));
    }

    private static Value toJson(RenderContext context, Value input, Arguments arguments) {
        Bound bound = arguments.bind("tojson", "ensure_ascii", "indent", "separators", "sort_keys");
        Value width = bound.valueOr("indent", Value.None.NONE);
        @Nullable String indent = width == Value.None.NONE ? null : indentation(width).chars();
        String itemSeparator = indent == null ? ", " : ",";
        String keySeparator = ": ";
        if (bound.find("separators") instanceof Value.Sequence pair && pair.items().size() == 2) {
            itemSeparator = Printer.text(context, pair.items().get(0)).chars();
            keySeparator = Printer.text(context, pair.items().get(1)).chars();
        }
        var style =
                new JsonWriter.Style(
                        bound.truthOr("ensure_ascii", false),
                        indent,
                        itemSeparator,
                        keySeparator,
                        bound.truthOr("sort_keys", false));
        return JsonWriter.write(context, input, style);
    }
}
