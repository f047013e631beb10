package dev.glimprouter.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws on purpose, split by what the caller can do about it.
 *
 * <p>The message is one line and says what to do. Wrong arguments of a Java call remain {@link
 * IllegalArgumentException}.
 */
public abstract sealed class GlimpRouterException extends RuntimeException
        permits RetryableException, RequestException, SetupException, CancelledException {

    private static final long serialVersionUID = 1L;

    private final transient Details details;

    GlimpRouterException(String message, Details details) {
        super(message);
        this.details = details;
    }

    GlimpRouterException(String message, Details details, @Nullable Throwable cause) {
        super(message, cause);
        this.details = details;
    }

    /** What a program may want to know beside the message. */
    public final Details details() {
        return details;
    }
}
