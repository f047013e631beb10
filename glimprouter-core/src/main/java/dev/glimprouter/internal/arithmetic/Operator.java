package dev.glimprouter.internal.arithmetic;

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

    Rational apply(Rational left, Rational right) {
        return switch (this) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case OVER -> left.over(right);
            case POWER -> left.power(right);
        };
    }
}
