package dev.glimprouter.cli;

import java.io.IOException;

/** Standard output, or a file that was asked for, cannot be written. */
final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputException(String message, IOException cause) {
        super(message, cause);
    }
}
