package dev.glimprouter.eval.internal.math;

import java.math.BigInteger;
import java.util.List;

/** What an answer is, by its form. */
sealed interface Answer {

    /** A number or a formula. */
    record Single(Expression expression) implements Answer {}

    /** A tuple, a point, a vector or an interval; in LaTeX some look alike. */
    record Bracketed(boolean leftClosed, boolean rightClosed, List<Answer> members)
            implements Answer {
        public Bracketed {
            members = List.copyOf(members);
        }

        /** Whether two ends are closed alike; at an infinite end it makes no difference. */
        boolean bracketsAs(Bracketed other) {
            return (leftClosed == other.leftClosed || isInfinite(members.getFirst()))
                    && (rightClosed == other.rightClosed || isInfinite(members.getLast()));
        }

        private static boolean isInfinite(Answer end) {
            return end instanceof Single(Expression expression)
                    && Expression.isInfinite(expression);
        }
    }

    /**
     * Members in any order.
     *
     * @param braces whether it is written as a set
     * @param joined whether all members hold at once, rather than each for itself
     */
    record Listed(List<Answer> members, boolean braces, boolean joined) implements Answer {
        public Listed {
            members = List.copyOf(members);
        }
    }

    /** A union of intervals and sets. */
    record Union(List<Answer> parts) implements Answer {
        public Union {
            parts = List.copyOf(parts);
        }
    }

    /** A matrix, or a vector as a matrix with one column or row. */
    record Matrix(List<List<Expression>> rows) implements Answer {
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Sides joined by relations, one fewer than sides. */
    record Chain(List<Expression> sides, List<Relation> relations) implements Answer {
        public Chain {
            sides = List.copyOf(sides);
            relations = List.copyOf(relations);
        }
    }

    /** A whole number with the base that its digits are in. */
    record InBase(String digits, int base) implements Answer {
        BigInteger value() {
            return new BigInteger(digits, base);
        }
    }

    /** Words, in small letters and without punctuation. */
    record Words(String text) implements Answer {}
}
