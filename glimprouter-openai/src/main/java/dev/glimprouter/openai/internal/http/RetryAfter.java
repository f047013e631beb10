package dev.glimprouter.openai.internal.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a server asks one to wait: the header Retry-After (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final String HEADER = "Retry-After";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** The time to wait from now; empty if none is asked for in a form of the standard. */
    static Optional<Duration> of(Head head, InstantSource clock) {
        return head.header(HEADER).flatMap(text -> parse(text, clock));
    }

    private static Optional<Duration> parse(String text, InstantSource clock) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            Duration left = Duration.between(clock.instant(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
