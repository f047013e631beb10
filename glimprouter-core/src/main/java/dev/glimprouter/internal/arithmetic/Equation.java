package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Formula.Percent;
import dev.glimprouter.internal.rational.Rational;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two sides that are said to be equal. It is false only if it is false in each reading of it: of
 * per cent signs, of units that one side leaves out, of rounding, of a result with which the writer
 * went on (5 * 3 = 15 + 2 = 17).
 *
 * @param about whether the text says that it holds approximately
 * @param percent whether the text speaks of per cent
 */
record Equation(Side left, Side right, boolean about, boolean percent) {

    private static final Rational TENTH = Rational.of(1, 10);
    private static final Rational TWENTIETH = Rational.of(1, 20);

    /** The same in a text that says more of it. */
    Equation in(boolean textIsAbout, boolean textIsOfPercent) {
        return new Equation(left, right, textIsAbout, textIsOfPercent);
    }

    /** Whether it says something about numbers that can be true or false. */
    boolean isClaim() {
        return (left.hasOperator() || right.hasOperator()) && !isShare(left, right);
    }

    /** 48 = 100% + 20%, of something. */
    private static boolean isShare(Side number, Side sum) {
        return !number.hasOperator() && !number.hasPercent() && Formula.isPercentage(sum.formula());
    }

    /** Whether no reading of it holds. */
    boolean isFalse() {
        return isClaim()
                && !isConversion()
                && !holds(left.formula())
                && !left.other().map(this::holds).orElse(false);
    }

    /** Two units of one dimension: an hour and 30 minutes. */
    private boolean isConversion() {
        List<String> words = new ArrayList<>(left.words());
        words.addAll(right.words());
        return Measures.mix(words);
    }

    private boolean holds(Formula leftFormula) {
        for (Percent leftPercent : readings(left)) {
            for (Percent rightPercent : readings(right)) {
                Rational leftValue = leftFormula.value(leftPercent);
                Rational rightValue = right.formula().value(rightPercent);
                for (Rational factor : factors()) {
                    Rational scaled = Operator.TIMES.apply(leftValue, factor);
                    if (agree(scaled, rightValue, leftPercent, rightPercent)) {
                        return true;
                    }
                }
                if (goesOn(leftValue, rightPercent)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the right side takes the left one's result and goes on with it. */
    private boolean goesOn(Rational value, Percent reading) {
        return right.hasOperator() && Formula.first(right.formula()).value(reading).equals(value);
    }

    private List<Percent> readings(Side side) {
        if (!side.hasPercent()) {
            return List.of(Percent.HUNDREDTH);
        }
        boolean unit =
                Formula.isPercentage(side.formula())
                        || right.hasPercent()
                        || hasWhole(side.formula());
        return unit ? List.of(Percent.HUNDREDTH, Percent.UNIT) : List.of(Percent.HUNDREDTH);
    }

    /** Times 100% changes numbers to percentages. */
    private static boolean hasWhole(Formula formula) {
        return switch (formula) {
            case Formula.Numeral _, Formula.Negative _ -> false;
            case Formula.Percentage(Formula of) ->
                    of.value(Percent.UNIT).equals(Formula.Percentage.HUNDRED);
            case Formula.Operation(Operator _, Formula one, Formula other) ->
                    hasWhole(one) || hasWhole(other);
        };
    }

    private Set<Rational> factors() {
        Set<Integer> numbers = new HashSet<>(Measures.factors(left.words(), right.words()));
        if (percent) {
            numbers.add(100);
        }
        Set<Rational> factors = new HashSet<>(Set.of(Rational.ONE));
        for (int number : numbers) {
            factors.add(Rational.of(number));
            factors.add(Rational.of(1, number));
        }
        return factors;
    }

    private boolean agree(Rational one, Rational other, Percent onePercent, Percent otherPercent) {
        return one.equals(other)
                || (about && isNear(one, other))
                || isRounded(one, right, otherPercent)
                || isRounded(other, left, onePercent)
                || isBetweenDecimals(one, other);
    }

    private static boolean isRounded(Rational exact, Side side, Percent percent) {
        Optional<Formula.Numeral> literal = side.literal();
        if (literal.isEmpty()) {
            return false;
        }
        boolean scaled = side.hasPercent() && percent == Percent.HUNDREDTH;
        Rational size = scaled ? inPercent(exact.abs()) : exact.abs();
        int decimals = literal.get().decimals();
        Rational written = literal.get().value();
        return exact.signum() == side.formula().value(percent).signum()
                && (written.equals(Decimals.rounded(size, decimals, RoundingMode.HALF_UP))
                        || written.equals(Decimals.rounded(size, decimals, RoundingMode.DOWN)));
    }

    /** Both sides calculate, with decimals that may have been rounded before. */
    private boolean isBetweenDecimals(Rational one, Rational other) {
        return left.hasOperator()
                && right.hasOperator()
                && (left.hasDecimals() || right.hasDecimals())
                && isWithin(one, other, TENTH.times(TENTH));
    }

    private static boolean isNear(Rational one, Rational other) {
        return isWithin(one, other, TENTH)
                || distance(one, other).compareTo(TWENTIETH) < 0
                || (other.isWhole() && distance(one, other).compareTo(Rational.ONE) < 0);
    }

    private static boolean isWithin(Rational one, Rational other, Rational share) {
        return distance(one, other).compareTo(Operator.TIMES.apply(one.abs(), share)) <= 0;
    }

    private static Rational distance(Rational one, Rational other) {
        return Operator.MINUS.apply(one, other).abs();
    }

    private static Rational inPercent(Rational value) {
        return Operator.TIMES.apply(value, Formula.Percentage.HUNDRED);
    }

    /** What is true instead, as people write it: it is 24. */
    String truth() {
        Side calculated = right.hasOperator() ? right : left;
        boolean percent = left.hasPercent() || right.hasPercent();
        boolean shown = percent && (right.hasPercent() || Formula.isPercentage(left.formula()));
        Rational value = calculated.formula().value(Percent.HUNDREDTH);
        String there = shown ? Decimals.text(inPercent(value)) + "%" : Decimals.text(value);
        return left.hasOperator() && right.hasOperator()
                ? "%s is not %s"
                        .formatted(
                                Decimals.text(left.formula().value(Percent.HUNDREDTH)),
                                Decimals.text(value))
                : "it is " + there;
    }
}
