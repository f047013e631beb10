package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

/** Compares two functions of the same variables at several points. */
record PointsJudge(Arithmetic arithmetic, AtPoint gold, AtPoint answer) {

    /** The value of a formula where its variables have values. */
    interface AtPoint {
        Value value(Map<String, Rational> variables);
    }

    Verdict compare(SequencedCollection<String> names) {
        Agreement positive = at(Points.POSITIVE, names);
        if (positive.apart()) {
            return Verdict.different("It has other values than the right answer.");
        }
        Agreement signed = at(Points.SIGNED, names);
        if (signed.apart()) {
            return positive.agreed() == 0
                    ? Verdict.different("It has other values than the right answer.")
                    : Verdict.unknown("It is the right answer for positive variables only.");
        }
        Agreement whole =
                positive.agreed() + signed.agreed() >= 2
                        ? new Agreement(0, false)
                        : at(Points.WHOLE, names);
        if (whole.apart()) {
            return Verdict.different("It has other values than the right answer.");
        }
        int agreed = positive.agreed() + signed.agreed() + whole.agreed();
        return agreed >= 2
                ? Verdict.equal("It has the same value at " + agreed + " points.")
                : Verdict.unknown("Its values cannot be compared with those of the right answer.");
    }

    private record Agreement(int agreed, boolean apart) {}

    private Agreement at(List<Integer> points, SequencedCollection<String> names) {
        int agreed = 0;
        for (int point : points) {
            Map<String, Rational> values = Points.values(point, names);
            Optional<Value> left = valueAt(gold, values);
            Optional<Value> right = left.isEmpty() ? left : valueAt(answer, values);
            if (left.isPresent() && right.isPresent()) {
                switch (Order.compare(left.get(), right.get(), arithmetic)) {
                    case SAME -> agreed++;
                    case APART -> {
                        return new Agreement(agreed, true);
                    }
                    case OPEN -> {}
                }
            }
        }
        return new Agreement(agreed, false);
    }

    private Optional<Value> valueAt(AtPoint formula, Map<String, Rational> values) {
        try {
            return Optional.of(formula.value(values));
        } catch (Unreadable e) {
            arithmetic.budget().check();
            return Optional.empty();
        }
    }
}
