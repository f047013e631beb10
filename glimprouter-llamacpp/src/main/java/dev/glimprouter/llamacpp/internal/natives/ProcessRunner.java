package dev.glimprouter.llamacpp.internal.natives;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Runs another process to its end. */
@FunctionalInterface
public interface ProcessRunner {

    /**
     * How a process ended.
     *
     * @param exitCode empty where it was ended because its time was up
     * @param lastLine of what it wrote to its error stream, blank lines aside
     */
    record Ending(OptionalInt exitCode, String lastLine) {}

    /** Runs a command with no input and waits for it, no longer than this; then it is ended. */
    Ending run(List<String> command, Duration longest) throws IOException, InterruptedException;

    /** Runs real processes. */
    static ProcessRunner local() {
        return new LocalProcessRunner();
    }
}
