package dev.glimprouter.template.internal.jinja;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the inside of one tag into tokens, up to the tag's end outside of all brackets. */
final class ExpressionLexer {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<space>[\\s\\p{Z}\\x85\\x1c-\\x1f]+)"
                            + "|(?<float>\\d+(?:_\\d+)*+(?:\\.\\d+(?:_\\d+)*+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))"
                            + "|(?<integer>\\d+(?:_\\d+)*+)"
                            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*)"
                            + "|(?<operator>//|\\*\\*|==|!=|<=|>=|[-+*/%~<>=(){}\\[\\]|,:.;])");

    private final String source;
    private final int start;
    private final String close;
    private final int firstLine;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<String> brackets = new ArrayDeque<>();
    private int end;
    private char endSign = ' ';

    ExpressionLexer(String source, int start, int line, String close) {
        this.source = source;
        this.start = start;
        this.firstLine = line;
        this.close = close;
    }

    /** The position behind the tag; valid after {@link #tokens}. */
    int end() {
        return end;
    }

    /** The white-space sign before the tag's end: minus, plus, or something else for none. */
    char endSign() {
        return endSign;
    }

    /** The tokens of the tag, closed by one of kind END. */
    List<Token> tokens() {
        Matcher token = TOKEN.matcher(source);
        int at = start;
        int line = firstLine;
        while (!closesAt(at)) {
            if (at >= source.length()) {
                throw new JinjaException("missing end of tag", firstLine);
            }
            char c = source.charAt(at);
            int next;
            if (c == '\'' || c == '"') {
                next = StringLiteral.end(source, at, line);
                String inside = source.substring(at + 1, next - 1);
                tokens.add(new Token(Token.Kind.STRING, StringLiteral.decode(inside, line), line));
            } else if (token.region(at, source.length()).lookingAt()) {
                next = token.end();
                add(token, line);
            } else {
                throw new JinjaException("unexpected character '" + c + "'", line);
            }
            line += (int) source.substring(at, next).chars().filter(n -> n == '\n').count();
            at = next;
        }
        tokens.add(new Token(Token.Kind.END, "", line));
        return List.copyOf(tokens);
    }

    private void add(Matcher token, int line) {
        if (token.group("space") != null) {
            return;
        }
        String text = token.group();
        if (token.group("float") != null) {
            tokens.add(new Token(Token.Kind.FLOAT, text.replace("_", ""), line));
        } else if (token.group("integer") != null) {
            tokens.add(new Token(Token.Kind.INTEGER, text.replace("_", ""), line));
        } else if (token.group("name") != null) {
            tokens.add(new Token(Token.Kind.NAME, text, line));
        } else {
            balance(text, line);
            tokens.add(new Token(Token.Kind.OPERATOR, text, line));
        }
    }

    private void balance(String operator, int line) {
        switch (operator) {
            case "(" -> brackets.push(")");
            case "[" -> brackets.push("]");
            case "{" -> brackets.push("}");
            case ")", "]", "}" -> {
                if (!operator.equals(brackets.poll())) {
                    throw new JinjaException("unexpected '" + operator + "'", line);
                }
            }
            default -> {}
        }
    }

    /** Whether the tag ends here; notes where and with which sign. */
    private boolean closesAt(int at) {
        if (!brackets.isEmpty() || at >= source.length()) {
            return false;
        }
        char sign = source.charAt(at);
        boolean signed =
                (sign == '-' || (sign == '+' && close.equals("%}")))
                        && source.startsWith(close, at + 1);
        if (!signed && !source.startsWith(close, at)) {
            return false;
        }
        endSign = signed ? sign : ' ';
        end = at + close.length() + (signed ? 1 : 0);
        return true;
    }
}
