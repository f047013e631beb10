package dev.glimprouter.error;

/**
 * A text that has outgrown the context of its model: a shorter one, or a shorter continuation, may
 * fit. A reasoning ends early where it meets this, and still gets its answer.
 */
public final class ContextFullException extends RequestException {

    private static final long serialVersionUID = 1L;

    /** A failure that an engine told. */
    public ContextFullException(String message, Details details) {
        super(message, details, null);
    }
}
