package dev.glimprouter.strategy.expression;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.names.NearestName;
import dev.glimprouter.internal.names.Words;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The given parameters of one name, read as what they have to be.
 *
 * @param of the name
 * @param values their texts by parameter
 */
record Arguments(String of, Map<String, String> values) {

    private static final Pattern INFINITY = Pattern.compile("(?i)\\+?inf(inity)?");
    private static final Pattern NUMBER =
            Pattern.compile("NaN|[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    /** Whether the parameter was given. */
    boolean has(String parameter) {
        return values.containsKey(parameter);
    }

    /** A number. */
    double number(String parameter, double otherwise) {
        return text(parameter).map(text -> number(text, parameter)).orElse(otherwise);
    }

    /** A number that has to be given. */
    double number(String parameter) {
        return number(required(parameter), parameter);
    }

    /** A whole number. */
    int whole(String parameter, int otherwise) {
        return text(parameter).map(text -> whole(text, parameter)).orElse(otherwise);
    }

    /** A whole number that has to be given. */
    int whole(String parameter) {
        return whole(required(parameter), parameter);
    }

    /** One of the constants of a type, by its word. */
    <E extends Enum<E>> E word(String parameter, Class<E> type, E otherwise) {
        return maybeWord(parameter, type).orElse(otherwise);
    }

    /** One of the constants of a type, by its word; empty if it was not given. */
    <E extends Enum<E>> Optional<E> maybeWord(String parameter, Class<E> type) {
        return text(parameter).map(text -> constant(text, parameter, type));
    }

    /** Whether the parameter was given as this word. */
    boolean is(String parameter, String word) {
        return word.equals(values.get(parameter));
    }

    private <E extends Enum<E>> E constant(String text, String parameter, Class<E> type) {
        for (E one : type.getEnumConstants()) {
            if (Words.of(one).equals(text)) {
                return one;
            }
        }
        List<String> words = Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
        throw new RequestException(
                "%s of %s cannot be '%s': %s"
                        .formatted(parameter, of, text, NearestName.hint(words, text)));
    }

    /** A text as it was given. */
    String text(String parameter, String otherwise) {
        return text(parameter).orElse(otherwise);
    }

    private Optional<String> text(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    private String required(String parameter) {
        return text(parameter)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "%s needs %s: write %s(%s=...)."
                                                .formatted(of, parameter, of, parameter)));
    }

    private static double number(String text, String parameter) {
        if (INFINITY.matcher(text).matches()) {
            return Double.POSITIVE_INFINITY;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new RequestException("%s must be a number, not '%s'.".formatted(parameter, text));
        }
        return Double.parseDouble(text);
    }

    private static int whole(String text, String parameter) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new RequestException(
                    "%s must be a whole number, not '%s'.".formatted(parameter, text), e);
        }
    }
}
