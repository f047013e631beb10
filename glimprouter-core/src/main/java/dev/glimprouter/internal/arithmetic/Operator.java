package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.rational.Rational;

/** The signs that join two formulas. */
enum Operator {
    PLUS,
    MINUS,
    TIMES,
    OVER,
    POWER;

    boolean isSum() {
        return this == PLUS || this == MINUS;
    }

    /** What comes out; {@link Unreadable} beyond the {@link Bound} and for a division by zero. */
    Rational apply(Rational left, Rational right) {
        return Bound.checked(
                switch (this) {
                    case PLUS -> left.plus(right);
                    case MINUS -> left.minus(right);
                    case TIMES -> left.times(right);
                    case OVER -> quotient(left, right);
                    case POWER -> Power.of(left, right);
                });
    }

    private static Rational quotient(Rational left, Rational right) {
        Unreadable.unless(!right.isZero(), "division by zero");
        return left.over(right);
    }
}
