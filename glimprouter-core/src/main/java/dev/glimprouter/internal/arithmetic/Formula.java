package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.rational.Rational;

/**
 * What stands on one side of an equation, as a tree.
 *
 * <p>A per cent sign may mean a hundredth (20% of 40) or name the unit of a number that stands for
 * itself (50% + 25% = 75%), so that a value has a reading of it.
 */
sealed interface Formula {

    /** Two readings of the per cent sign. */
    enum Percent {
        HUNDREDTH,
        UNIT
    }

    /** The exact value. */
    Rational value(Percent percent);

    /**
     * A number as written.
     *
     * @param decimals digits behind the point
     * @param money whether a sign of a currency stands before it
     */
    record Numeral(Rational value, int decimals, boolean money) implements Formula {

        @Override
        public Rational value(Percent percent) {
            return value;
        }
    }

    /** Minus something. */
    record Negative(Formula of) implements Formula {

        @Override
        public Rational value(Percent percent) {
            return of.value(percent).negated();
        }
    }

    /** Something with a per cent sign. */
    record Percentage(Formula of) implements Formula {

        static final Rational HUNDRED = Rational.of(100);

        @Override
        public Rational value(Percent percent) {
            Rational value = of.value(percent);
            return percent == Percent.HUNDREDTH ? Operator.OVER.apply(value, HUNDRED) : value;
        }
    }

    /** Two things joined by a sign. */
    record Operation(Operator operator, Formula left, Formula right) implements Formula {

        @Override
        public Rational value(Percent percent) {
            return operator.apply(left.value(percent), right.value(percent));
        }
    }

    /** Whether it is percentages throughout, so that its value may be meant in per cent. */
    static boolean isPercentage(Formula formula) {
        return switch (formula) {
            case Numeral _ -> false;
            case Percentage _ -> true;
            case Negative(Formula of) -> isPercentage(of);
            case Operation(Operator operator, Formula left, Formula right) ->
                    operator.isSum() && isPercentage(left) && isPercentage(right);
        };
    }

    /** The number with which it begins. */
    static Formula first(Formula formula) {
        return switch (formula) {
            case Numeral _, Negative _, Percentage _ -> formula;
            case Operation(Operator _, Formula left, Formula _) -> first(left);
        };
    }
}
