package dev.glimprouter.openai.internal.http;

import java.io.IOException;

/** A reply that did not come in time. */
final class LateException extends IOException {

    private static final long serialVersionUID = 1L;

    LateException(String message) {
        super(message);
    }
}
