package dev.glimprouter.error;

/** A request that cannot be served as it stands: the caller has to change it. */
public final class RequestException extends GlimpRouterException {

    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public RequestException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failure found by our own checks. */
    public RequestException(String message) {
        super(message);
    }
}
