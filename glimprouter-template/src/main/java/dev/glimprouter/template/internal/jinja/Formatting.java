package dev.glimprouter.template.internal.jinja;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code str.format}, without format specifications. */
final class Formatting {
    private static final Pattern FIELD = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}|[{}]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private Formatting() {}

    static Value braces(RenderContext context, Text self, Arguments arguments) {
        TextBuilder out = context.text();
        Matcher field = FIELD.matcher(self.chars());
        int from = 0;
        int automatic = 0;
        while (field.find()) {
            out.append(self, from, field.start());
            String name = field.group(1);
            if (name != null) {
                String key = name.isEmpty() ? Integer.toString(automatic++) : name;
                out.append(Printer.text(context, argument(key, arguments)));
            } else if (field.group().length() == 2) {
                out.append(self, field.start(), field.start() + 1);
            } else {
                throw new JinjaException("format: a single brace");
            }
            from = field.end();
        }
        return out.append(self, from, self.length()).build();
    }

    private static Value argument(String key, Arguments arguments) {
        if (NUMBER.matcher(key).matches()) {
            int index = Integer.parseInt(key);
            if (index < arguments.positional().size()) {
                return arguments.positional().get(index);
            }
        }
        Value named = arguments.named().get(key);
        if (named == null) {
            throw new JinjaException("format: no argument for the field '" + key + "'");
        }
        return named;
    }
}
