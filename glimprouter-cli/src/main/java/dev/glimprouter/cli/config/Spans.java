package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a length of time: {@code 90s}, {@code 2m}, {@code 500ms}, {@code 1h}, {@code 30d}, or ISO
 * 8601.
 */
public final class Spans {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Spans() {}

    /**
     * Reads it.
     *
     * @throws RequestException if it is neither
     */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new RequestException(
                    "'%s' is not a length of time: write 90s, 2m or PT1M30S.".formatted(text), e);
        }
    }
}
