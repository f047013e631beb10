package dev.glimprouter.eval.internal.code;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the Python that programs run on. */
final class Interpreter {

    private static final String WHERE = "import os, sys; print(os.path.realpath(sys.executable))";
    private static final int PATIENCE_SECONDS = 20;

    private Interpreter() {}

    /** Interpreters in the order in which they are to be tried; wrappers are seen through. */
    static List<Path> find(Optional<Path> told) {
        Stream<String> names =
                told.map(path -> Stream.of(path.toString()))
                        .orElseGet(() -> Stream.of("python3", "/usr/bin/python3"));
        List<Path> found = names.flatMap(name -> resolve(name).stream()).distinct().toList();
        if (found.isEmpty()) {
            throw new SetupException(
                    told.map(path -> path + " is no Python 3: name another one.")
                            .orElse(
                                    "There is no python3 to run programs on: install it, or leave"
                                            + " running code off."));
        }
        return found;
    }

    private static Optional<Path> resolve(String name) {
        try {
            Process process =
                    new ProcessBuilder(name, "-I", "-c", WHERE)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        || process.exitValue() != 0) {
                    return Optional.empty();
                }
                String said =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return Optional.of(Path.of(said.strip())).filter(Files::isExecutable);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancelledException cancelled =
                    new CancelledException("The search for python3 was interrupted.");
            cancelled.initCause(e);
            throw cancelled;
        }
    }
}
