package dev.glimprouter.error;

/** The end of a question that its caller cancelled; the steps written so far are in the trace. */
public final class CancelledException extends GlimpRouterException {

    private static final long serialVersionUID = 1L;

    /** A cancellation with its reason. */
    public CancelledException(String message) {
        super(message, Details.NONE);
    }
}
