package dev.glimprouter.gateway.internal.chat;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * What a client says in the field {@code glimprouter}, or behind the model's name.
 *
 * @param strategy how steps get written, as an expression
 * @param tau threshold of the strategy
 * @param profile name of settings that the gateway's owner has prepared
 * @param budget most tokens of the reasoning
 */
public record Extension(
        Optional<String> strategy,
        Optional<String> tau,
        Optional<String> profile,
        Optional<Integer> budget) {

    /** The field. */
    public static final String FIELD = "glimprouter";

    /** Nothing said. */
    public static final Extension NONE =
            new Extension(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What the field says. */
    public static Extension read(Fields body) {
        return body.object(FIELD).map(Extension::of).orElse(NONE);
    }

    private static Extension of(Fields from) {
        Extension extension =
                new Extension(
                        from.text("strategy"),
                        from.value("tau").map(value -> tau(from, value)),
                        from.text("profile"),
                        from.whole("budget", 1, Integer.MAX_VALUE));
        from.finish();
        return extension;
    }

    /** JSON has no infinity, so words are taken, too; what they mean is read later. */
    private static String tau(Fields from, JsonNode value) {
        if (value.isNumber()) {
            return value.asString();
        }
        if (value.isString()) {
            return value.stringValue();
        }
        throw from.wrong("tau", "a number, or the string \"infinity\"");
    }

    /** The same with what stands behind the model's name, which must not be said twice. */
    public Extension with(ModelName model) {
        if (model.tau().isPresent() && tau.isPresent()) {
            throw twice("tau");
        }
        if (model.profile().isPresent() && profile.isPresent()) {
            throw twice("profile");
        }
        return new Extension(
                strategy, model.tau().or(() -> tau), model.profile().or(() -> profile), budget);
    }

    private static Refusal twice(String what) {
        return Refusal.ofValue(
                FIELD + "." + what,
                "%s stands behind the model's name and in %s.%s: keep one."
                        .formatted(what, FIELD, what));
    }
}
