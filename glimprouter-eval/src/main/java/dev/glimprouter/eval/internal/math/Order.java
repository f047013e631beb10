package dev.glimprouter.eval.internal.math;

import java.math.BigDecimal;

/** Says whether two values are equal, or which real one is larger. */
final class Order {

    private static final BigDecimal CLOSE = BigDecimal.ONE.movePointLeft(25);

    /** Whether two values are the same number; near ones can leave it open. */
    enum Sameness {
        SAME,
        APART,
        OPEN
    }

    private Order() {}

    static Sameness compare(Value left, Value right, Arithmetic arithmetic) {
        if (left instanceof Exact a && right instanceof Exact b) {
            return a.equals(b) ? Sameness.SAME : Sameness.APART;
        }
        Ball a = left.ball();
        Ball b = right.ball();
        Ball difference = arithmetic.minus(a, b).ball();
        if (difference.least().compareTo(difference.error()) > 0) {
            return Sameness.APART;
        }
        BigDecimal size = a.most().max(b.most()).max(CLOSE);
        return difference.error().compareTo(size.multiply(CLOSE)) < 0
                ? Sameness.SAME
                : Sameness.OPEN;
    }

    /** Below, at or above zero as the left value is below, at or above the right one. */
    static int of(Value left, Value right, Arithmetic arithmetic) {
        if (left instanceof Exact a && right instanceof Exact b && a.isReal() && b.isReal()) {
            return a.real().compareTo(b.real());
        }
        Ball difference = arithmetic.minus(left, right).ball();
        Unreadable.unless(difference.onAxis(), "orders numbers that are not real");
        return difference.real().abs().compareTo(difference.error()) <= 0
                ? 0
                : difference.real().signum();
    }
}
