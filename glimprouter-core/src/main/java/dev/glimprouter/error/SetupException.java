package dev.glimprouter.error;

import org.jspecify.annotations.Nullable;

/** A model or an engine that is not usable: somebody has to repair the set-up. */
public final class SetupException extends GlimpRouterException {

    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public SetupException(String message, Throwable cause) {
        super(message, Details.NONE, cause);
    }

    /** A failure found by our own checks. */
    public SetupException(String message) {
        super(message, Details.NONE);
    }

    /** A failure with what an engine told of it. */
    public SetupException(String message, Details details, @Nullable Throwable cause) {
        super(message, details, cause);
    }
}
