package dev.glimprouter.llamacpp.internal.gguf;

/** A model file that cannot be used; the message is one line and says what is wrong. */
public final class ModelFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelFileException(String message) {
        super(message);
    }

    ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
