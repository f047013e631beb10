package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.List;

/** A place between lexemes; not thread safe. */
final class Cursor {

    private final List<Lexeme> lexemes;
    private final Fuel fuel;
    private int next;

    Cursor(List<Lexeme> lexemes, int start, Fuel fuel) {
        this.lexemes = lexemes;
        this.next = start;
        this.fuel = fuel;
    }

    int place() {
        return next;
    }

    /** The lexeme some steps further, or back. */
    Lexeme peek(int steps) {
        return Lexemes.at(lexemes, next + steps);
    }

    boolean isNext(Kind kind) {
        return peek(0).is(kind);
    }

    Lexeme take() {
        fuel.burn();
        return Lexemes.at(lexemes, next++);
    }

    /** Takes a lexeme of a kind if it is next. */
    boolean take(Kind kind) {
        boolean found = isNext(kind);
        if (found) {
            take();
        }
        return found;
    }

    /** An "of" before what it takes a part of. */
    boolean isOf() {
        return peek(0).isWord("of") && peek(1).kind().beginsOperand();
    }
}
