package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Arguments by parameter, with the conversions that the built-in functions need. */
record Bound(String callee, List<String> parameters, Arguments arguments) {
    /** The argument of a parameter, or null when it was not given. */
    @Nullable Value find(String parameter) {
        int index = parameters.indexOf(parameter);
        return index < arguments.positional().size()
                ? arguments.positional().get(index)
                : arguments.named().get(parameter);
    }

    Value value(String parameter) {
        Value value = find(parameter);
        if (value == null) {
            throw new JinjaException(callee + " needs the argument '" + parameter + "'");
        }
        return value;
    }

    Value valueOr(String parameter, Value fallback) {
        Value value = find(parameter);
        return value == null ? fallback : value;
    }

    Text text(String parameter) {
        return asText(parameter, value(parameter));
    }

    /** The text of a parameter; null when it was not given or is none. */
    @Nullable Text textOrNull(String parameter) {
        Value value = find(parameter);
        return value == null || value == Value.None.NONE ? null : asText(parameter, value);
    }

    Text textOr(String parameter, Text fallback) {
        Value value = find(parameter);
        return value == null ? fallback : asText(parameter, value);
    }

    long integerOr(String parameter, long fallback) {
        Value value = find(parameter);
        if (value == null) {
            return fallback;
        }
        return Numbers.integer(value)
                .orElseThrow(
                        () ->
                                new JinjaException(
                                        callee + ": '" + parameter + "' must be an integer"));
    }

    boolean truthOr(String parameter, boolean fallback) {
        Value value = find(parameter);
        return value == null ? fallback : Values.truth(value);
    }

    private Text asText(String parameter, Value value) {
        return switch (value) {
            case Text text -> text;
            case Value.Undefined undefined -> throw undefined.error();
            default -> throw new JinjaException(callee + ": '" + parameter + "' must be a string");
        };
    }
}
