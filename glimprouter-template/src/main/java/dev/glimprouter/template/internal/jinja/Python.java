package dev.glimprouter.template.internal.jinja;

/** Python's rules for characters and string positions, where Java's differ. */
final class Python {
    private Python() {}

    /** Python's {@code str.isspace} for one character. */
    static boolean isSpace(int c) {
        return switch (c) {
            case 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default ->
                    (c >= 0x9 && c <= 0xd)
                            || (c >= 0x1c && c <= 0x1f)
                            || (c >= 0x2000 && c <= 0x200a);
        };
    }

    /** The index behind the last character that is not white space. */
    static int stripEnd(String text, int from) {
        int end = text.length();
        while (end > from && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The index of the first character that is not white space, at or after {@code from}. */
    static int stripStart(String text, int from) {
        int start = from;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** The length in code points, which is Python's length. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Compares by code points, as Python orders strings. */
    static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int a = left.codePointAt(i);
            int b = right.codePointAt(j);
            if (a != b) {
                return Integer.compare(a, b);
            }
            i += Character.charCount(a);
            j += Character.charCount(b);
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }
}
