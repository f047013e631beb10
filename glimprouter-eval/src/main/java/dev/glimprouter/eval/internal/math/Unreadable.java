package dev.glimprouter.eval.internal.math;

/** Says that a text, or a value in it, is beyond what is read here; the message says why. */
final class Unreadable extends RuntimeException {

    Unreadable(String reason) {
        super(reason, null, false, false);
    }

    static void unless(boolean readable, String reason) {
        if (!readable) {
            throw new Unreadable(reason);
        }
    }

    /** What the exception says, which is never absent. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
