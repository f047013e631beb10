package dev.glimprouter.template.internal.jinja;

import java.util.List;

/** Walks over the tokens of one tag. */
final class TokenCursor {
    private final List<Token> tokens;
    private int position;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(position);
    }

    Token next() {
        Token token = current();
        if (position < tokens.size() - 1) {
            position++;
        }
        return token;
    }

    Token lookAhead() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    boolean atEnd() {
        return current().kind() == Token.Kind.END;
    }

    boolean isOperator(String operator) {
        return current().isOperator(operator);
    }

    boolean isName(String name) {
        return current().isName(name);
    }

    boolean skipOperator(String operator) {
        if (!isOperator(operator)) {
            return false;
        }
        next();
        return true;
    }

    boolean skipName(String name) {
        if (!isName(name)) {
            return false;
        }
        next();
        return true;
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    String expectAnyName() {
        if (current().kind() != Token.Kind.NAME) {
            throw unexpected("a name");
        }
        return next().text();
    }

    void expectEnd() {
        if (!atEnd()) {
            throw unexpected("the end of the tag");
        }
    }

    JinjaException unexpected(String wanted) {
        return new JinjaException(
                "expected " + wanted + ", found " + current().shown(), current().line());
    }
}
