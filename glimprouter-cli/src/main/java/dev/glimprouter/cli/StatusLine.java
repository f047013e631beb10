package dev.glimprouter.cli;

/** One line of a screen that is written again and again until it is taken away. Thread safe. */
final class StatusLine implements AutoCloseable {

    private static final String ERASE = "\r\u001b[K";

    private final Printer err;
    private final int columns;
    private boolean closed;

    /** A line of at most so many characters. */
    StatusLine(Printer err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    /** Shows a text in the place of what stands there. */
    synchronized void show(String text) {
        if (!closed) {
            err.print(ERASE + text.substring(0, Math.min(columns, text.length())));
        }
    }

    /** Prints a line above it. */
    synchronized void above(String text) {
        if (!closed) {
            err.print(ERASE);
        }
        err.line(text);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            err.print(ERASE);
        }
    }
}
