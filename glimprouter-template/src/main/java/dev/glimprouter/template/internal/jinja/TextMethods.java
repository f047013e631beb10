package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** The methods of strings. */
final class TextMethods {
    /** A method of a string. */
    @FunctionalInterface
    interface Method {
        Value call(RenderContext context, Text self, Arguments arguments);
    }

    private static final Map<String, Method> METHODS =
            Map.ofEntries(
                    Map.entry("strip", (_, self, args) -> strip(self, args, true, true)),
                    Map.entry("lstrip", (_, self, args) -> strip(self, args, true, false)),
                    Map.entry("rstrip", (_, self, args) -> strip(self, args, false, true)),
                    Map.entry("split", (context, self, args) -> split(context, self, args, false)),
                    Map.entry("rsplit", (context, self, args) -> split(context, self, args, true)),
                    Map.entry("splitlines", TextMethods::lines),
                    Map.entry("partition", TextMethods::partition),
                    Map.entry("rpartition", TextMethods::partitionFromRight),
                    Map.entry("replace", TextMethods::replace),
                    Map.entry("join", TextMethods::join),
                    Map.entry(
                            "startswith", (_, self, args) -> affix(self, args, String::startsWith)),
                    Map.entry("endswith", (_, self, args) -> affix(self, args, String::endsWith)),
                    Map.entry("removeprefix", (_, self, args) -> removePrefix(self, args)),
                    Map.entry("removesuffix", (_, self, args) -> removeSuffix(self, args)),
                    Map.entry(
                            "find",
                            (context, self, args) -> new Value.Int(find(context, self, args))),
                    Map.entry(
                            "rfind",
                            (context, self, args) -> new Value.Int(findLast(context, self, args))),
                    Map.entry("index", TextMethods::index),
                    Map.entry("count", TextMethods::count),
                    Map.entry("upper", (context, self, _) -> TextOperations.upper(context, self)),
                    Map.entry("lower", (context, self, _) -> TextOperations.lower(context, self)),
                    Map.entry(
                            "capitalize",
                            (context, self, _) -> TextOperations.capitalize(context, self)),
                    Map.entry(
                            "title",
                            (context, self, _) ->
                                    TextOperations.title(
                                            context, self, c -> !Character.isLetter(c))),
                    Map.entry("format", Formatting::braces),
                    Map.entry("isspace", (_, self, _) -> all(self, Python::isSpace)),
                    Map.entry("isdigit", (_, self, _) -> all(self, Character::isDigit)),
                    Map.entry("isalpha", (_, self, _) -> all(self, Character::isLetter)),
                    Map.entry("isalnum", (_, self, _) -> all(self, Character::isLetterOrDigit)));

    private TextMethods() {}

    static @Nullable Method find(String name) {
        return METHODS.get(name);
    }

    private static Value strip(Text self, Arguments arguments, boolean left, boolean right) {
        return TextOperations.strip(
                self, arguments.bind("strip", "chars").textOrNull("chars"), left, right);
    }

    private static Value split(
            RenderContext context, Text self, Arguments arguments, boolean fromRight) {
        Bound bound = arguments.bind("split", "sep", "maxsplit");
        Text separator = bound.textOrNull("sep");
        long limit = bound.integerOr("maxsplit", -1);
        if (separator == null) {
            if (fromRight && limit >= 0) {
                throw new JinjaException("rsplit: 'maxsplit' needs 'sep'");
            }
            return context.list(TextOperations.words(self, limit));
        }
        return context.list(
                fromRight
                        ? TextOperations.splitFromRight(context, self, separator, limit)
                        : TextOperations.split(context, self, separator, limit));
    }

    private static Value lines(RenderContext context, Text self, Arguments arguments) {
        arguments.bind("splitlines");
        return context.list(TextOperations.lines(self));
    }

    private static Value partition(RenderContext context, Text self, Arguments arguments) {
        Text separator = arguments.bind("partition", "sep").text("sep");
        List<Value> parts = TextOperations.split(context, self, separator, 1);
        return parts.size() == 1
                ? Value.Sequence.tuple(self, Text.EMPTY, Text.EMPTY)
                : Value.Sequence.tuple(parts.get(0), separator, parts.get(1));
    }

    private static Value partitionFromRight(RenderContext context, Text self, Arguments arguments) {
        Text separator = arguments.bind("rpartition", "sep").text("sep");
        List<Value> parts = TextOperations.splitFromRight(context, self, separator, 1);
        return parts.size() == 1
                ? Value.Sequence.tuple(Text.EMPTY, Text.EMPTY, self)
                : Value.Sequence.tuple(parts.get(0), separator, parts.get(1));
    }

    private static Value replace(RenderContext context, Text self, Arguments arguments) {
        Bound bound = arguments.bind("replace", "old", "new", "count");
        return TextOperations.replace(
                context, self, bound.text("old"), bound.text("new"), bound.integerOr("count", -1));
    }

    private static Value join(RenderContext context, Text self, Arguments arguments) {
        List<Value> parts = context.items(arguments.bind("join", "iterable").value("iterable"));
        Optional<Value> stranger =
                parts.stream().filter(part -> !(part instanceof Text)).findFirst();
        if (stranger.isPresent()) {
            throw new JinjaException(
                    "join: " + Values.typeName(stranger.get()) + " is not a string");
        }
        return TextOperations.join(context, self, parts);
    }

    private static Value affix(
            Text self, Arguments arguments, BiPredicate<String, String> matches) {
        Value affix = arguments.bind("startswith or endswith", "affix").value("affix");
        List<Value> choices =
                affix instanceof Value.Sequence tuple && tuple.kind() == Value.SequenceKind.TUPLE
                        ? tuple.items()
                        : List.of(affix);
        for (Value choice : choices) {
            if (!(choice instanceof Text text)) {
                throw new JinjaException(
                        "startswith and endswith need a string, not " + Values.typeName(choice));
            }
            if (matches.test(self.chars(), text.chars())) {
                return Values.TRUE;
            }
        }
        return Values.FALSE;
    }

    private static Value removePrefix(Text self, Arguments arguments) {
        Text prefix = arguments.bind("removeprefix", "prefix").text("prefix");
        return self.chars().startsWith(prefix.chars())
                ? self.slice(prefix.length(), self.length())
                : self;
    }

    private static Value removeSuffix(Text self, Arguments arguments) {
        Text suffix = arguments.bind("removesuffix", "suffix").text("suffix");
        return self.chars().endsWith(suffix.chars())
                ? self.slice(0, self.length() - suffix.length())
                : self;
    }

    private static long find(RenderContext context, Text self, Arguments arguments) {
        Text part = arguments.bind("find", "sub").text("sub");
        context.limits().search(self.length(), part.length());
        return position(self, self.chars().indexOf(part.chars()));
    }

    private static long findLast(RenderContext context, Text self, Arguments arguments) {
        Text part = arguments.bind("rfind", "sub").text("sub");
        context.limits().search(self.length(), part.length());
        return position(self, self.chars().lastIndexOf(part.chars()));
    }

    private static long position(Text self, int index) {
        return index < 0 ? -1 : self.chars().codePointCount(0, index);
    }

    private static Value index(RenderContext context, Text self, Arguments arguments) {
        long position = find(context, self, arguments);
        if (position < 0) {
            throw new JinjaException("index: substring not found");
        }
        return new Value.Int(position);
    }

    private static Value count(RenderContext context, Text self, Arguments arguments) {
        Text part = arguments.bind("count", "sub").text("sub");
        return new Value.Int(
                part.isEmpty()
                        ? Python.length(self.chars()) + 1L
                        : TextOperations.split(context, self, part, -1).size() - 1L);
    }

    private static Value all(Text self, IntPredicate predicate) {
        return Values.of(!self.isEmpty() && self.chars().codePoints().allMatch(predicate));
    }
}
