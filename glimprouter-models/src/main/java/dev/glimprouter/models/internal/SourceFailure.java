package dev.glimprouter.models.internal;

/** One source cannot give the file; the message is the reason, in the middle of a sentence. */
public final class SourceFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** A reason. */
    public SourceFailure(String reason) {
        super(reason);
    }

    SourceFailure(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why, in one line. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
