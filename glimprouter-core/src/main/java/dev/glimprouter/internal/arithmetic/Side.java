package dev.glimprouter.internal.arithmetic;

import java.util.List;
import java.util.Optional;

/**
 * One side of an equation.
 *
 * @param formula what it says
 * @param other what it says if the bullet before it is a minus
 * @param words what is counted
 * @param start its first lexeme
 * @param end behind its last lexeme
 */
record Side(Formula formula, Optional<Formula> other, List<String> words, int start, int end) {

    boolean hasOperator() {
        return literal(formula).isEmpty();
    }

    boolean hasPercent() {
        return hasPercent(formula);
    }

    boolean hasDivision() {
        return hasDivision(formula);
    }

    boolean hasDecimals() {
        return hasDecimals(formula);
    }

    /** The single number that it is, if it is one; without sign and per cent. */
    Optional<Formula.Numeral> literal() {
        return literal(formula);
    }

    private static Optional<Formula.Numeral> literal(Formula formula) {
        return switch (formula) {
            case Formula.Numeral number -> Optional.of(number);
            case Formula.Percentage(Formula of) -> literal(of);
            case Formula.Negative(Formula of) -> literal(of);
            case Formula.Operation _ -> Optional.empty();
        };
    }

    private static boolean hasPercent(Formula formula) {
        return switch (formula) {
            case Formula.Numeral _ -> false;
            case Formula.Percentage _ -> true;
            case Formula.Negative(Formula of) -> hasPercent(of);
            case Formula.Operation(Operator _, Formula left, Formula right) ->
                    hasPercent(left) || hasPercent(right);
        };
    }

    private static boolean hasDivision(Formula formula) {
        return switch (formula) {
            case Formula.Numeral _ -> false;
            case Formula.Percentage(Formula of) -> hasDivision(of);
            case Formula.Negative(Formula of) -> hasDivision(of);
            case Formula.Operation(Operator operator, Formula left, Formula right) ->
                    operator == Operator.OVER || hasDivision(left) || hasDivision(right);
        };
    }

    private static boolean hasDecimals(Formula formula) {
        return switch (formula) {
            case Formula.Numeral number -> number.decimals() > 0;
            case Formula.Percentage(Formula of) -> hasDecimals(of);
            case Formula.Negative(Formula of) -> hasDecimals(of);
            case Formula.Operation(Operator _, Formula left, Formula right) ->
                    hasDecimals(left) || hasDecimals(right);
        };
    }
}
