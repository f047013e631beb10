package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

/** Reads LaTeX commands. */
final class LatexReader {

    private final Scan scan;

    LatexReader(Scan scan) {
        this.scan = scan;
    }

    void read() {
        int end = scan.at + 1;
        while (end < scan.text.length() && isAsciiLetter(scan.text.charAt(end))) {
            end++;
        }
        if (end == scan.at + 1) {
            end = Math.min(scan.text.length(), end + 1);
        }
        String command = scan.text.substring(scan.at + 1, end);
        switch (LatexCommand.of(command)) {
            case TIMES -> scan.add(Kind.TIMES, end - scan.at);
            case OVER -> scan.add(Kind.OVER, end - scan.at);
            case ABOUT -> scan.add(Kind.ABOUT, end - scan.at);
            case PERCENT -> scan.add(Kind.PERCENT, end - scan.at);
            case BREAK -> scan.add(Kind.BREAK, end - scan.at);
            case UNKNOWN -> scan.add(Kind.UNKNOWN, end - scan.at);
            case FRACTION ->
                    scan.add(
                            scan.followedBy('{', end) ? Kind.FRACTION : Kind.UNKNOWN,
                            end - scan.at);
            case SPACE -> {
                scan.at = end;
                scan.spaced = true;
            }
            case NOTHING -> scan.at = end;
            case MONEY -> {
                scan.at = end;
                scan.money = true;
            }
            case WORDS -> words(end);
            case ENVIRONMENT -> {
                int close = scan.text.indexOf('}', end);
                scan.add(Kind.BREAK, (close < 0 ? end : close + 1) - scan.at);
            }
        }
    }

    /** The words in braces behind a command such as \\text. */
    private void words(int from) {
        int close = scan.followedBy('{', from) ? scan.text.indexOf('}', from) : -1;
        if (close < 0) {
            scan.add(Kind.UNKNOWN, from - scan.at);
            return;
        }
        scan.at = from + 1;
        scan.spaced = true;
        while (scan.at < close) {
            if (Character.isLetter(scan.text.charAt(scan.at))) {
                int end = scan.at + 1;
                while (end < close && scan.isInWord(end)) {
                    end++;
                }
                scan.add(Kind.WORD, end - scan.at);
            } else if (Character.isWhitespace(scan.text.charAt(scan.at))) {
                scan.at++;
                scan.spaced = true;
            } else {
                scan.add(Kind.UNKNOWN, 1);
            }
        }
        scan.spaced = true;
        scan.at = close + 1;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
