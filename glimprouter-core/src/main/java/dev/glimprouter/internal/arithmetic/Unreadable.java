package dev.glimprouter.internal.arithmetic;

/** Text that is no plain arithmetic, may be read in two ways, or goes beyond a bound. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason, null, false, false);
    }

    static void unless(boolean readable, String otherwise) {
        if (!readable) {
            throw new Unreadable(otherwise);
        }
    }
}
