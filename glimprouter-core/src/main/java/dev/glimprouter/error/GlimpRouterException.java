package dev.glimprouter.error;

/**
 * The root of everything this library throws on purpose, split by what the caller can do about it.
 *
 * <p>The message is one line and says what to do. Wrong arguments of a Java call remain {@link
 * IllegalArgumentException}.
 */
public abstract sealed class GlimpRouterException extends RuntimeException
        permits RetryableException, RequestException, SetupException, CancelledException {

    private static final long serialVersionUID = 1L;

    GlimpRouterException(String message, Throwable cause) {
        super(message, cause);
    }

    GlimpRouterException(String message) {
        super(message);
    }
}
