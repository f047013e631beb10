package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.List;

/** A list of lexemes with a break on either side. */
final class Lexemes {

    private static final Lexeme OUTSIDE = new Lexeme(Kind.BREAK, "", 0, 0, true, null);

    private Lexemes() {}

    static Lexeme at(List<Lexeme> lexemes, int index) {
        return index < 0 || index >= lexemes.size() ? OUTSIDE : lexemes.get(index);
    }
}
