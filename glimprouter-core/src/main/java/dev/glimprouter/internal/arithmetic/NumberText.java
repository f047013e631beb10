package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.rational.Rational;

import org.jspecify.annotations.Nullable;

/**
 * Digits as written: 1200, 1,200, 3.5 or .5.
 *
 * @param length in characters
 * @param value null where it is no plain number: a time, a version, a list, more than 30 digits
 * @param decimals digits behind the point
 */
record NumberText(int length, @Nullable Rational value, int decimals) {

    private static final int MOST_DIGITS = 30;

    static NumberText at(String text, int start) {
        int end = whole(text, start);
        int point = end;
        if (isPoint(text, end)) {
            end = digits(text, end + 1);
        }
        int all = all(text, end);
        if (all > end || end - start > MOST_DIGITS) {
            return new NumberText(all - start, null, 0);
        }
        if (end == start) {
            return new NumberText(0, null, 0);
        }
        String plain = text.substring(start, end).replace(",", "");
        return new NumberText(end - start, Rational.of(plain), Math.max(0, end - point - 1));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Digits, with commas where they part thousands. */
    private static int whole(String text, int start) {
        int end = digits(text, start);
        if (end == start || end - start > 3) {
            return end;
        }
        while (isThousand(text, end)) {
            end += 4;
        }
        return end;
    }

    private static boolean isThousand(String text, int comma) {
        return comma < text.length()
                && text.charAt(comma) == ','
                && digits(text, comma + 1) == comma + 4;
    }

    private static boolean isPoint(String text, int index) {
        return index + 1 < text.length()
                && text.charAt(index) == '.'
                && isDigit(text.charAt(index + 1));
    }

    /** Where digits joined by signs end: 3:30, 1.2.3, 1,2. */
    private static int all(String text, int start) {
        int end = start;
        while (end + 1 < text.length()
                && ",.:".indexOf(text.charAt(end)) >= 0
                && isDigit(text.charAt(end + 1))) {
            end = digits(text, end + 1);
        }
        return end;
    }

    private static int digits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
