package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;

/**
 * Where expressions with variables are compared: fixed fractions without anything special about
 * them. Two rational functions of low degree that agree at a few of them are the same.
 */
final class Points {

    private static final int[] TOPS = {
        7, 11, 23, 13, 29, 17, 31, 19, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };
    private static final int[] BOTTOMS = {5, 3, 7, 11, 13, 4, 9, 17, 8, 6, 19};

    /** With positive values only: every usual simplification of roots and logarithms holds. */
    static final List<Integer> POSITIVE = List.of(0, 1, 2);

    /** With values of both signs. */
    static final List<Integer> SIGNED = List.of(3, 4, 5);

    /** With whole positive values, for factorials and the like. */
    static final List<Integer> WHOLE = List.of(6, 7, 8);

    private Points() {}

    /** The values of all variables at one of the points. */
    static Map<String, Rational> values(int point, SequencedCollection<String> names) {
        Map<String, Rational> values = new HashMap<>();
        int index = 0;
        for (String name : names) {
            values.put(name, value(point, index++));
        }
        return values;
    }

    // All of them at the first of these points, then one or the other half.
    private static boolean isNegative(int point, int index) {
        return SIGNED.contains(point) && (point == SIGNED.getFirst() || (point + index) % 2 == 1);
    }

    private static Rational value(int point, int index) {
        int place = point * 7 + index * 3;
        if (WHOLE.contains(point)) {
            return Rational.of(2L + (point - WHOLE.getFirst()) * 2L + index * 3L);
        }
        Rational value =
                Rational.of(TOPS[place % TOPS.length], BOTTOMS[(place + index) % BOTTOMS.length]);
        return isNegative(point, index) ? value.negated() : value;
    }
}
