package dev.glimprouter.llamacpp.internal.natives;

/** Natives that are missing, damaged or not made for this machine; the message says what to do. */
public final class NativesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NativesException(String message) {
        super(message);
    }

    NativesException(String message, Throwable cause) {
        super(message, cause);
    }
}
