package dev.glimprouter.eval.internal.math;

/** A stretch of the real line, which may be a single point. */
record Range(Bound low, boolean lowClosed, Bound high, boolean highClosed) {

    /** An end of a range: a number, or infinite. */
    sealed interface Bound {
        record At(Value value) implements Bound {}

        record Infinite(boolean positive) implements Bound {}

        /** Below, at or above zero as the left one is below, at or above the right one. */
        static int compare(Bound left, Bound right, Arithmetic arithmetic) {
            return switch (left) {
                case At(Value a) ->
                        switch (right) {
                            case At(Value b) -> Order.of(a, b, arithmetic);
                            case Infinite(boolean positive) -> positive ? -1 : 1;
                        };
                case Infinite(boolean positive) -> left.equals(right) ? 0 : positive ? 1 : -1;
            };
        }
    }

    static Range point(Value value) {
        return new Range(new Bound.At(value), true, new Bound.At(value), true);
    }

    boolean isSame(Range other, Arithmetic arithmetic) {
        return Bound.compare(low, other.low, arithmetic) == 0
                && Bound.compare(high, other.high, arithmetic) == 0
                && lowClosed == other.lowClosed
                && highClosed == other.highClosed;
    }

    boolean isEmpty(Arithmetic arithmetic) {
        int order = Bound.compare(low, high, arithmetic);
        return order > 0 || (order == 0 && !(lowClosed && highClosed));
    }

    /** Whether a range that begins no earlier goes on without a gap. */
    boolean reaches(Range later, Arithmetic arithmetic) {
        int order = Bound.compare(later.low, high, arithmetic);
        return order < 0 || (order == 0 && (highClosed || later.lowClosed));
    }

    /** Both in one. */
    Range joined(Range later, Arithmetic arithmetic) {
        int ends = Bound.compare(high, later.high, arithmetic);
        int begins = Bound.compare(low, later.low, arithmetic);
        boolean closed =
                ends == 0
                        ? highClosed || later.highClosed
                        : ends > 0 ? highClosed : later.highClosed;
        return new Range(
                low,
                lowClosed || (begins == 0 && later.lowClosed),
                ends >= 0 ? high : later.high,
                closed);
    }
}
