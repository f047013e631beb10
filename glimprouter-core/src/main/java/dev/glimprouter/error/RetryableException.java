package dev.glimprouter.error;

import org.jspecify.annotations.Nullable;

/** A failure that may pass: the same request may succeed later or elsewhere. */
public final class RetryableException extends GlimpRouterException {

    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public RetryableException(String message, Throwable cause) {
        super(message, Details.NONE, cause);
    }

    /** A failure found by our own checks. */
    public RetryableException(String message) {
        super(message, Details.NONE);
    }

    /** A failure with what an engine told of it. */
    public RetryableException(String message, Details details, @Nullable Throwable cause) {
        super(message, details, cause);
    }
}
