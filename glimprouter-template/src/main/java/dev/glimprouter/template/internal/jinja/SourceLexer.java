package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template's source into data and tags, with Jinja2's rules for white space under {@code
 * trim_blocks} and {@code lstrip_blocks} (which Hugging Face sets) and {@code
 * keep_trailing_newline} off.
 */
final class SourceLexer {
    private static final Pattern TAG = Pattern.compile("\\{[{%#]([-+]?)");
    private static final Pattern RAW =
            Pattern.compile(
                    "\\{%[-+]?\\s*raw\\s*(-%\\}\\s*|%\\})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern END_RAW =
            Pattern.compile(
                    "\\{%([-+]?)\\s*endraw\\s*(\\+%\\}|-%\\}\\s*|%\\}\\n?)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private final String source;
    private final List<Segment> segments = new ArrayList<>();
    private int position;
    private int line = 1;
    private boolean lineStarting = true;

    private SourceLexer(String source) {
        this.source = source;
    }

    static List<Segment> segments(String source) {
        String unified = source.replace("\r\n", "\n").replace('\r', '\n');
        String trimmed =
                unified.endsWith("\n") ? unified.substring(0, unified.length() - 1) : unified;
        var lexer = new SourceLexer(trimmed);
        lexer.run();
        return List.copyOf(lexer.segments);
    }

    private void run() {
        Matcher tag = TAG.matcher(source);
        while (tag.find(position)) {
            boolean print = source.charAt(tag.start() + 1) == '{';
            data(tag.start(), tag.group(1), print);
            moveTo(tag.start());
            Matcher raw = RAW.matcher(source).region(tag.start(), source.length());
            if (raw.lookingAt()) {
                raw(raw.end());
            } else if (source.charAt(tag.start() + 1) == '#') {
                comment(tag.end());
            } else {
                tag(tag.end(), print);
            }
        }
        addData(source.substring(position));
    }

    /** Adds the data up to {@code end}, stripped as the sign of the tag behind it says. */
    private void data(int end, String sign, boolean print) {
        String text = source.substring(position, end);
        if (sign.equals("-")) {
            text = text.substring(0, Python.stripEnd(text, 0));
        } else if (sign.isEmpty() && !print) {
            int lineStart = text.lastIndexOf('\n') + 1;
            if ((lineStart > 0 || lineStarting) && Python.stripEnd(text, lineStart) == lineStart) {
                text = text.substring(0, lineStart);
            }
        }
        addData(text);
    }

    private void addData(String text) {
        if (!text.isEmpty()) {
            segments.add(new Segment.Data(text, line));
        }
    }

    private void raw(int start) {
        moveTo(start);
        Matcher end = END_RAW.matcher(source);
        if (!end.find(position)) {
            throw new JinjaException("missing end of raw block", line);
        }
        data(end.start(), end.group(1), false);
        moveTo(end.end());
    }

    private void comment(int start) {
        int end = source.indexOf("#}", start);
        if (end < 0) {
            throw new JinjaException("missing end of comment", line);
        }
        char sign = end > start ? source.charAt(end - 1) : ' ';
        closeTag(end + 2, sign, true);
    }

    private void tag(int start, boolean print) {
        var lexer = new ExpressionLexer(source, start, line, print ? "}}" : "%}");
        List<Token> tokens = lexer.tokens();
        segments.add(print ? new Segment.Print(tokens, line) : new Segment.Block(tokens, line));
        closeTag(lexer.end(), lexer.endSign(), !print);
    }

    /** Moves behind a tag that ends at {@code end}, past the white space that its sign takes. */
    private void closeTag(int end, char sign, boolean trimNewline) {
        int next = end;
        if (sign == '-') {
            next = Python.stripStart(source, end);
        } else if (sign != '+' && trimNewline && source.startsWith("\n", end)) {
            next = end + 1;
        }
        moveTo(next);
    }

    private void moveTo(int next) {
        for (int i = position; i < next; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        lineStarting = next > 0 ? source.charAt(next - 1) == '\n' : lineStarting;
        position = next;
    }
}
