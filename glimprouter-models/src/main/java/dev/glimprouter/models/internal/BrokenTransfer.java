package dev.glimprouter.models.internal;

import java.io.IOException;

/** The network failed in the middle, not the disk: asking again may help. */
final class BrokenTransfer extends Exception {

    private static final long serialVersionUID = 1L;

    private final IOException failure;

    BrokenTransfer(IOException failure) {
        super(failure);
        this.failure = failure;
    }

    IOException failure() {
        return failure;
    }
}
