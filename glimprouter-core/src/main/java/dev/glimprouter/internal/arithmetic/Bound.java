package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.rational.Rational;

/**
 * How large a calculated fraction may become: 1024 bits in each of its parts, in lowest terms. A
 * number as read is far below, see {@link NumberText}.
 */
final class Bound {

    static final int MOST_BITS = 1024;

    private Bound() {}

    /** The same value, unless it is too large. */
    static Rational checked(Rational value) {
        Unreadable.unless(value.bits() <= MOST_BITS, "too large");
        return value;
    }
}
