package dev.glimprouter.internal;

/** Ends a step that has no token yet when its question is cancelled or its deadline passes. */
final class Halted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Halted() {
        super("nothing was written before the end", null, false, false);
    }
}
