package dev.glimprouter.gateway.internal.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model as a client names it: {@code glimprouter}, {@code glimprouter@0.8} or {@code
 * glimprouter@careful}.
 *
 * @param whole as it was sent, and is sent back
 * @param base the name before the last {@code @}
 * @param tau a number behind it
 * @param profile anything else behind it
 */
public record ModelName(String whole, String base, Optional<String> tau, Optional<String> profile) {

    private static final Pattern NUMBER = Pattern.compile("(?i)[0-9.]+(e[+-]?[0-9]+)?|inf(inity)?");

    /** Reads it. */
    public static ModelName of(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new ModelName(text, text, Optional.empty(), Optional.empty());
        }
        Optional<String> behind = Optional.of(text.substring(at + 1));
        return new ModelName(
                text,
                text.substring(0, at),
                behind.filter(word -> NUMBER.matcher(word).matches()),
                behind.filter(word -> !NUMBER.matcher(word).matches()));
    }
}
