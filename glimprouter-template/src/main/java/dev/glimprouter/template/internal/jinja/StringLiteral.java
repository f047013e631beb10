package dev.glimprouter.template.internal.jinja;

/** String literals: where they end, and what their escapes mean (those of Python). */
final class StringLiteral {
    private StringLiteral() {}

    /** The position behind the closing quote of the literal that opens at {@code start}. */
    static int end(String source, int start, int line) {
        char quote = source.charAt(start);
        for (int i = start + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\\') {
                i++;
            }
        }
        throw new JinjaException("a string is not closed", line);
    }

    /** The characters that the inside of a literal stands for; unknown escapes stay as they are. */
    static String decode(String inside, int line) {
        if (inside.indexOf('\\') < 0) {
            return inside;
        }
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < inside.length()) {
            char c = inside.charAt(i++);
            if (c != '\\' || i == inside.length()) {
                out.append(c);
            } else {
                i = escape(inside, i, out, line);
            }
        }
        return out.toString();
    }

    /** Appends the meaning of the escape whose letter is at {@code at}; returns where it ends. */
    private static int escape(String inside, int at, StringBuilder out, int line) {
        char letter = inside.charAt(at);
        int simple = "\n\\'\"abfnrtv".indexOf(letter);
        if (simple == 0) {
            return at + 1;
        }
        if (simple > 0) {
            out.append("\n\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            return at + 1;
        }
        return switch (letter) {
            case 'x' -> code(inside, at + 1, 2, 16, out, line);
            case 'u' -> code(inside, at + 1, 4, 16, out, line);
            case 'U' -> code(inside, at + 1, 8, 16, out, line);
            case '0', '1', '2', '3', '4', '5', '6', '7' ->
                    code(inside, at, octalDigits(inside, at), 8, out, line);
            default -> {
                out.append('\\').append(letter);
                yield at + 1;
            }
        };
    }

    private static int octalDigits(String inside, int at) {
        int digits = 0;
        while (digits < 3
                && at + digits < inside.length()
                && "01234567".indexOf(inside.charAt(at + digits)) >= 0) {
            digits++;
        }
        return digits;
    }

    private static int code(
            String inside, int at, int digits, int radix, StringBuilder out, int line) {
        try {
            out.appendCodePoint(Integer.parseInt(inside, at, at + digits, radix));
            return at + digits;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new JinjaException("bad escape in a string", line);
        }
    }
}
