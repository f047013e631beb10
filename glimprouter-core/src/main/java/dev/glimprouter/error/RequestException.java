package dev.glimprouter.error;

import org.jspecify.annotations.Nullable;

/** A request that cannot be served as it stands: the caller has to change it. */
public sealed class RequestException extends GlimpRouterException permits ContextFullException {

    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public RequestException(String message, Throwable cause) {
        super(message, Details.NONE, cause);
    }

    /** A failure found by our own checks. */
    public RequestException(String message) {
        super(message, Details.NONE);
    }

    /** A failure with what an engine told of it. */
    public RequestException(String message, Details details, @Nullable Throwable cause) {
        super(message, details, cause);
    }
}
