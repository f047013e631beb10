package dev.glimprouter.error;

/** A failure that may pass: the same request may succeed later or elsewhere. */
public final class RetryableException extends GlimpRouterException {

    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public RetryableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure found by our own checks. */
    public RetryableException(String message) {
        super(message);
    }
}
