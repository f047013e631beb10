package dev.glimprouter.eval.internal.math;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number at a place of a text, with or without marks between its thousands. */
final class NumberReader {

    // Each group of three digits behind a mark ends where no further digit follows. A bare comma
    // separates members inside brackets, so that it is a mark only outside of them.
    private static final String SURE_MARK = "(?:\\{,\\}|,?\\\\[,;:! ]\\s*|,\\s?\\\\!\\s*)";
    private static final Pattern MARKED = marked(SURE_MARK);
    private static final Pattern MARKED_OUTSIDE = marked("(?:" + SURE_MARK + "|,)");
    private static final Pattern SPACED =
            Pattern.compile("([1-9]\\d{0,2}+)((?: \\d{3}+(?!\\d))++)(\\.\\d++)?+(?!\\s*[/\\\\_^])");
    private static final Pattern PLAIN =
            Pattern.compile("\\d++\\.(?=\\s*\\\\(?:overline|bar))|\\d++(?:\\.\\d++)?+|\\.\\d++");
    private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?\\d{1,6}+)(?![\\d.a-zA-Z])");

    private final String text;
    private final int end;
    private final String digits;

    private NumberReader(String text, int end, String digits) {
        this.text = text;
        this.end = end;
        this.digits = digits;
    }

    private static Pattern marked(String mark) {
        return Pattern.compile("([1-9]\\d{0,2}+)((?:" + mark + "\\d{3}+(?!\\d))++)(\\.\\d++)?+");
    }

    /** Reads the number that begins at a place where a digit or a point before one stands. */
    static NumberReader at(String text, int from, boolean inBrackets) {
        Pattern marked = inBrackets ? MARKED : MARKED_OUTSIDE;
        for (Pattern pattern : new Pattern[] {marked, SPACED}) {
            Matcher matcher = pattern.matcher(text).region(from, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt()) {
                String fraction = matcher.group(3) == null ? "" : matcher.group(3);
                String thousands = matcher.group(2).replaceAll("\\D", "");
                return new NumberReader(
                        text, matcher.end(), matcher.group(1) + thousands + fraction);
            }
        }
        Matcher plain = PLAIN.matcher(text).region(from, text.length());
        if (!plain.lookingAt()) {
            throw new Unreadable("has a point where no number stands");
        }
        return new NumberReader(text, plain.end(), plain.group()).withExponent();
    }

    private NumberReader withExponent() {
        Matcher exponent = EXPONENT.matcher(text).region(end, text.length());
        exponent.useTransparentBounds(true);
        if (!exponent.lookingAt()) {
            return this;
        }
        int tens = Integer.parseInt(exponent.group(1));
        Unreadable.unless(Math.abs(tens) <= 1000, "has a power of ten that is too large");
        return new NumberReader(text, exponent.end(), digits + "e" + tens);
    }

    /** Where it ends in the text. */
    int end() {
        return end;
    }

    /** Its digits without marks, in the way of {@link java.math.BigDecimal}. */
    String digits() {
        return digits;
    }
}
