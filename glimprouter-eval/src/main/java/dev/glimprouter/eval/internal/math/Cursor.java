package dev.glimprouter.eval.internal.math;

import java.util.ArrayList;
import java.util.List;

/** A place among tokens, and how deep the parser is there; not thread safe. */
final class Cursor {

    private static final int MOST_DEPTH = 100;
    private static final int MOST_PARTS = 600;

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int parts;

    Cursor(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    void enter() {
        Unreadable.unless(++depth <= MOST_DEPTH, "is nested too deep");
        Unreadable.unless(++parts <= MOST_PARTS, "has more than " + MOST_PARTS + " parts");
    }

    void leave() {
        depth--;
    }

    boolean isAtEnd() {
        return at == tokens.size();
    }

    Token peek() {
        Unreadable.unless(!isAtEnd(), "ends too early");
        return tokens.get(at);
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean sees(String sign) {
        return !isAtEnd() && peek().is(sign);
    }

    /** Whether a token of a kind comes after so many others. */
    boolean sees(Token.Kind kind, int ahead) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).kind() == kind;
    }

    boolean seesCommand(String name) {
        return !isAtEnd() && peek().isCommand(name);
    }

    /** Whether a sign comes after so many tokens. */
    boolean sees(String sign, int ahead) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).is(sign);
    }

    boolean isNumber(String digits, int ahead) {
        return sees(Token.Kind.NUMBER, ahead) && text(ahead).equals(digits);
    }

    /** The text of a token that is known to be there. */
    String text(int ahead) {
        return tokens.get(at + ahead).text();
    }

    boolean takes(String sign) {
        boolean sees = sees(sign);
        at += sees ? 1 : 0;
        return sees;
    }

    void expect(String sign) {
        Unreadable.unless(takes(sign), "lacks a " + sign);
    }

    /** Puts a token before the place, to be read next. */
    void push(Token token) {
        tokens.add(at, token);
    }

    /** The token at the place, for a message. */
    String shown() {
        return isAtEnd() ? "nothing" : peek().text();
    }
}
