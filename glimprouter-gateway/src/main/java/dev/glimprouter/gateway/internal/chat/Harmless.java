package dev.glimprouter.gateway.internal.chat;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A field of a request that changes nothing here: taken at some values, refused at others.
 *
 * @param taken which values are taken
 * @param advice what to do about the others
 */
public record Harmless(Predicate<JsonNode> taken, String advice) {

    private static final String LEAVE = "leave it out";

    /** Taken at every value. */
    public static final Harmless ALWAYS = new Harmless(_ -> true, LEAVE);

    /** Refused at every value. */
    public static final Harmless NEVER = never(LEAVE);

    /** Refused at every value, with another advice. */
    public static Harmless never(String advice) {
        return new Harmless(_ -> false, advice);
    }

    /** Taken if it is an empty list or object. */
    public static Harmless empty(String why) {
        return new Harmless(value -> value.isContainer() && value.isEmpty(), why + LEAVE);
    }

    /** Taken if it is one of these words. */
    public static Harmless words(String why, String... words) {
        Set<String> known = Set.of(words);
        return new Harmless(
                value -> value.isString() && known.contains(value.stringValue()), why + LEAVE);
    }

    /** Taken if it is this number. */
    public static Harmless number(int number, String why) {
        return new Harmless(
                value -> value.isNumber() && value.doubleValue() == number,
                why + "send %d or ".formatted(number) + LEAVE);
    }

    /** Taken if it is false. */
    public static Harmless off(String why) {
        return new Harmless(value -> value.isBoolean() && !value.booleanValue(), why + LEAVE);
    }

    /** Asks for every such field, and refuses the values that cannot be honoured. */
    public static void check(Map<String, Harmless> fields, Fields from) {
        fields.forEach(
                (name, rule) ->
                        from.value(name)
                                .filter(rule.taken().negate())
                                .ifPresent(_ -> refuse(from.place(name), rule.advice())));
    }

    private static void refuse(String place, String advice) {
        throw Refusal.unsupported(
                place, "%s cannot be honoured here: %s.".formatted(place, advice));
    }
}
