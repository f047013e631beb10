package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.List;
import java.util.Optional;

/**
 * Finds the two sides of an equality sign: the longest formula that ends before it, the longest one
 * that begins behind it. What may go on beyond is {@link Unreadable}.
 */
final class Sides {

    private static final int MOST_LEXEMES = 200;

    private final List<Lexeme> lexemes;
    private final Fuel fuel;

    Sides(List<Lexeme> lexemes, Fuel fuel) {
        this.lexemes = lexemes;
        this.fuel = fuel;
    }

    /** The side that ends before a lexeme. */
    Side before(int equality) {
        int border = equality;
        while (!isBorder(border - 1)) {
            border--;
            Unreadable.unless(equality - border <= MOST_LEXEMES, "too long a side");
        }
        for (int start = border; start < equality; start++) {
            if (mayBegin(start, border)) {
                Optional<Side> side = between(start, equality);
                if (side.isPresent()) {
                    return side.get();
                }
            }
        }
        throw new Unreadable("no left side");
    }

    private boolean isBorder(int index) {
        Lexeme lexeme = at(index);
        return lexeme.is(Kind.BREAK) || lexeme.kind().isEquality();
    }

    private boolean mayBegin(int start, int border) {
        Kind kind = at(start).kind();
        return kind.beginsOperand()
                || (start == border && (kind == Kind.MINUS || kind == Kind.PLUS));
    }

    private Optional<Side> between(int start, int end) {
        Side side;
        try {
            side = side(start, true, false);
        } catch (Unreadable _) {
            Unreadable.unless(!fuel.isEmpty(), "too long to read");
            return Optional.empty();
        }
        if (side.end() != end) {
            return Optional.empty();
        }
        boolean free = new Surroundings(lexemes).isFreeBefore(start);
        boolean named = !side.hasOperator() && !standsAlone(side);
        Unreadable.unless(free && !named, "it may begin earlier");
        return Optional.of(side);
    }

    /** A single number on the left is a claim only if nothing says what it is. */
    private boolean standsAlone(Side side) {
        Lexeme before = at(side.start() - 1);
        boolean open =
                before.kind().isEquality() || (before.is(Kind.BREAK) && !before.isBreak(":"));
        return open && side.words().isEmpty();
    }

    /** The side that begins at a lexeme. */
    Side from(int start) {
        Lexeme first = at(start);
        Unreadable.unless(
                first.kind().beginsOperand() || first.is(Kind.MINUS) || first.is(Kind.PLUS),
                "no right side");
        Side side = side(start, false, false);
        Unreadable.unless(side.end() - start <= MOST_LEXEMES, "too long a side");
        Unreadable.unless(new Surroundings(lexemes).isFreeBehind(side.end()), "it may go on");
        return side;
    }

    private Side side(int start, boolean leftSide, boolean negate) {
        Cursor cursor = new Cursor(lexemes, start, fuel);
        Units units = new Units(cursor);
        FormulaParser parser = new FormulaParser(cursor, units, leftSide, negate);
        Formula formula = parser.sum();
        Unreadable.unless(!isRange(formula, start) && !isDate(formula, start), "no calculation");
        Unreadable.unless(!(parser.hasSum() && units.hasEach()), "a sum of rates");
        List<String> words = units.all();
        if (isMoney(formula)) {
            words.add("$");
        }
        return new Side(formula, other(start, negate), words, start, cursor.place());
    }

    /** Pages 3-7. */
    private boolean isRange(Formula formula, int start) {
        return formula
                        instanceof
                        Formula.Operation(
                                Operator operator,
                                Formula.Numeral from,
                                Formula.Numeral to)
                && operator == Operator.MINUS
                && !at(start + 1).spaced()
                && from.value().compareTo(to.value()) < 0;
    }

    /** On 3/4. */
    private boolean isDate(Formula formula, int start) {
        return formula instanceof Formula.Operation(Operator operator, Formula _, Formula _)
                && operator == Operator.OVER
                && !at(start + 1).spaced()
                && at(start - 1).isWord("on");
    }

    /** If the bullet before it is a minus. */
    private Optional<Formula> other(int start, boolean negate) {
        boolean bullet = at(start - 1).isBreak("-") && !negate;
        return bullet ? Optional.of(side(start, true, true).formula()) : Optional.empty();
    }

    private static boolean isMoney(Formula formula) {
        return switch (formula) {
            case Formula.Numeral number -> number.money();
            case Formula.Percentage(Formula of) -> isMoney(of);
            case Formula.Negative(Formula of) -> isMoney(of);
            case Formula.Operation(Operator _, Formula left, Formula right) ->
                    isMoney(left) || isMoney(right);
        };
    }

    private Lexeme at(int index) {
        return Lexemes.at(lexemes, index);
    }
}
