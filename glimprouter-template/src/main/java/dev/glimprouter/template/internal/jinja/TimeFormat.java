package dev.glimprouter.template.internal.jinja;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Python's {@code strftime} in English. */
final class TimeFormat {
    private TimeFormat() {}

    static String format(String format, Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            char c = format.charAt(i++);
            if (c != '%' || i == format.length()) {
                out.append(c);
                continue;
            }
            boolean unpadded = format.charAt(i) == '-' && i + 1 < format.length();
            char directive = format.charAt(unpadded ? i + 1 : i);
            String value = directive(directive, now);
            out.append(unpadded ? value.replaceFirst("^0+(?=.)", "") : value);
            i += unpadded ? 2 : 1;
        }
        return out.toString();
    }

    private static String directive(char directive, ZonedDateTime now) {
        return switch (directive) {
            case 'a' -> shown("EEE", now);
            case 'A' -> shown("EEEE", now);
            case 'b', 'h' -> shown("MMM", now);
            case 'B' -> shown("MMMM", now);
            case 'd' -> shown("dd", now);
            case 'D' -> shown("MM/dd/yy", now);
            case 'e' -> shown("ppd", now);
            case 'F' -> shown("uuuu-MM-dd", now);
            case 'H' -> shown("HH", now);
            case 'I' -> shown("hh", now);
            case 'j' -> shown("DDD", now);
            case 'm' -> shown("MM", now);
            case 'M' -> shown("mm", now);
            case 'p' -> shown("a", now);
            case 'R' -> shown("HH:mm", now);
            case 'S' -> shown("ss", now);
            case 'T' -> shown("HH:mm:ss", now);
            case 'y' -> shown("yy", now);
            case 'Y' -> shown("uuuu", now);
            case '%' -> "%";
            default -> throw new JinjaException("strftime_now: unknown directive %" + directive);
        };
    }

    private static String shown(String pattern, ZonedDateTime now) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(now);
    }
}
