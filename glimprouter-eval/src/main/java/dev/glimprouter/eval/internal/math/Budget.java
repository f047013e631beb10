package dev.glimprouter.eval.internal.math;

/**
 * How much work one comparison may take, counted in operations and never in time, so that every
 * machine gives the same verdict. An operation is about as long as a product of 60 digits. Not
 * thread safe.
 */
final class Budget {

    /** Enough for some hundred sines, and used up within a few hundredths of a second. */
    static final int OPERATIONS = 30_000;

    private int left = OPERATIONS;

    /** Takes operations, or stops the comparison. */
    void spend(int operations) {
        left -= operations;
        Unreadable.unless(left >= 0, "needs more than " + OPERATIONS + " operations");
    }

    /** Stops the comparison where nothing is left. */
    void check() {
        spend(0);
    }
}
