package dev.glimprouter.cli;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;

/** How the process ends; the table is in docs/errors.md. */
final class ExitCode {

    /** An answer was written, or the command did what was asked. */
    static final int OK = 0;

    /** Wrong usage or configuration. */
    static final int USAGE = 2;

    /** A model or an engine is not usable. */
    static final int SETUP = 3;

    /** It failed while running. */
    static final int FAILED = 4;

    /** What the help of a command says that has models answer the questions of a dataset. */
    static final String WHILE_ASKING =
            "3 a model, an engine or a file is not usable, 4 failed while running, 130 interrupted,"
                    + " 143 terminated.";

    private ExitCode() {}

    /** The code for a failure; a cancellation that no signal explains counts as a failure. */
    static int of(GlimpRouterException failure) {
        return switch (failure) {
            case RequestException _ -> USAGE;
            case SetupException _ -> SETUP;
            case RetryableException _, CancelledException _ -> FAILED;
        };
    }
}
