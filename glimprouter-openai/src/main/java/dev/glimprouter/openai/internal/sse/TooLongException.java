package dev.glimprouter.openai.internal.sse;

import java.io.IOException;

/** Bytes of a server that outgrew the bound of what they are part of. */
public final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * A bound that was passed.
     *
     * @param what the part, with its article
     * @param most the bound in bytes
     */
    public TooLongException(String what, int most) {
        super("%s is longer than %d bytes".formatted(what, most));
    }
}
