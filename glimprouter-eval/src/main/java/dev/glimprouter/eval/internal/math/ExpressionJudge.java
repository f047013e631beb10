package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares formulas by their values: exactly where they are rational, otherwise to 25 digits and
 * more; those with variables at several points.
 */
record ExpressionJudge(Arithmetic arithmetic) {

    Verdict compare(Expression gold, Expression answer) {
        if (gold.equals(answer)) {
            return Verdict.equal("It is the right answer in the same form.");
        }
        if (Expression.isInfinite(gold) || Expression.isInfinite(answer)) {
            return Verdict.different("One of them is infinite.");
        }
        Verdict verdict = compare(gold, false, answer, false);
        if (verdict.isEqual()) {
            return verdict;
        }
        boolean goldMeasured = isMeasured(gold);
        boolean answerMeasured = isMeasured(answer);
        if (goldMeasured == answerMeasured) {
            return verdict;
        }
        Verdict scaled = compare(gold, goldMeasured, answer, answerMeasured);
        return scaled.isEqual() ? scaled : verdict;
    }

    private static boolean isMeasured(Expression expression) {
        return Expression.isMeasured(expression, Expression.Unit.PERCENT)
                || Expression.isMeasured(expression, Expression.Unit.DEGREE);
    }

    private Verdict compare(
            Expression gold, boolean goldScaled, Expression answer, boolean answerScaled) {
        TreeSet<String> names = new TreeSet<>();
        Expression.collect(gold, names);
        Expression.collect(answer, names);
        if (names.isEmpty()) {
            return compareNumbers(
                    gold,
                    new Evaluator(Map.of(), goldScaled, arithmetic).value(gold),
                    answer,
                    new Evaluator(Map.of(), answerScaled, arithmetic).value(answer));
        }
        return new PointsJudge(
                        arithmetic,
                        values -> new Evaluator(values, goldScaled, arithmetic).value(gold),
                        values -> new Evaluator(values, answerScaled, arithmetic).value(answer))
                .compare(names);
    }

    private Verdict compareNumbers(
            Expression gold, Value goldValue, Expression answer, Value answerValue) {
        return switch (Order.compare(goldValue, answerValue, arithmetic)) {
            case SAME ->
                    Verdict.equal(
                            goldValue instanceof Exact && answerValue instanceof Exact
                                    ? "Its value is exactly the right one."
                                    : "Its value is the right one to 25 digits.");
            case OPEN -> Verdict.unknown("Its value is too close to the right one to tell.");
            case APART ->
                    isRounded(answer, goldValue) || isRounded(gold, answerValue)
                            ? Verdict.equal("It is the right value, rounded to 6 decimals or more.")
                            : Verdict.different("Its value is not the right one.");
        };
    }

    /** Whether a decimal of six decimals and six digits at least is what a value rounds to. */
    private boolean isRounded(Expression expression, Value value) {
        if (expression instanceof Expression.Negative(Expression of)) {
            return isRounded(of, arithmetic.negated(value));
        }
        if (!(expression instanceof Expression.Numeral(Rational number, int decimals))
                || decimals < 6
                || decimals > 1_000) {
            return false;
        }
        Rational last = Rational.of(1, 2).over(Rational.of(BigInteger.TEN.pow(decimals)));
        boolean manyDigits = number.over(last).compareTo(Rational.of(200_000)) >= 0;
        return manyDigits
                && List.of(number.plus(last), number.minus(last)).stream()
                                .mapToInt(end -> Order.of(value, Exact.of(end), arithmetic))
                                .sum()
                        == 0;
    }
}
