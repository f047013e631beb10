package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Lets a model file of unknown origin load and write one token in a process of its own, so that
 * native code which gives up takes that process down and not this one. Thread-safe.
 *
 * <p>A file that passed is remembered in the cache by its {@link ModelDigest}. A failure is not:
 * memory may have been short.
 */
public final class ChildProbe {

    /**
     * The class that the process runs, with the library folder and the model file as arguments. It
     * ends with 0, or with another code and the reason as the last line of its error stream.
     */
    static final String MAIN_CLASS = "dev.glimprouter.llamacpp.internal.runtime.ProbeMain";

    private static final Duration START_AND_TOKEN = Duration.ofSeconds(60);

    /** As a slow disk reads. */
    private static final long BYTES_A_SECOND = 20L << 20;

    private final Machine machine;
    private final ProcessRunner runner;
    private final Path verdicts;

    /** For a machine and a way to run processes; tests bring their own. */
    public ChildProbe(Machine machine, ProcessRunner runner) {
        this.machine = machine;
        this.runner = runner;
        this.verdicts = CacheDirectory.of(machine).resolve("probed");
    }

    /** For this machine. */
    public static ChildProbe local() {
        return new ChildProbe(Machine.local(), ProcessRunner.local());
    }

    /**
     * Returns where the model file works with these libraries.
     *
     * @throws SetupException where it does not
     * @throws CancelledException where the calling thread is interrupted
     */
    public void check(NativeFiles libraries, Path model) {
        try {
            Path verdict = verdicts.resolve(ModelDigest.of(libraries.llama(), model));
            if (!Files.exists(verdict)) {
                judge(run(libraries, model), model);
                remember(verdict);
            }
        } catch (IOException problem) {
            throw new SetupException(
                    "The model file " + model + " cannot be tried out: " + problem + ".", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    "Trying out the model file " + model + " was interrupted.");
        }
    }

    private ProcessRunner.Ending run(NativeFiles libraries, Path model)
            throws IOException, InterruptedException {
        List<String> command =
                new JvmCommand(machine, ChildProbe.class.getModule())
                        .words(
                                MAIN_CLASS,
                                libraries.directory().toString(),
                                model.toAbsolutePath().toString());
        return runner.run(command, longest(model));
    }

    /** The time that a file may take: the longer it is the more. */
    private static Duration longest(Path model) throws IOException {
        return START_AND_TOKEN.plusSeconds(Files.size(model) / BYTES_A_SECOND);
    }

    private static void judge(ProcessRunner.Ending ending, Path model) throws IOException {
        OptionalInt code = ending.exitCode();
        if (code.isEmpty()) {
            throw new SetupException(
                    "The model file "
                            + model
                            + " wrote no token within "
                            + longest(model).toSeconds()
                            + " s; try again with less running beside it, put it on a faster disk,"
                            + " or take a smaller model.");
        }
        if (code.getAsInt() != 0) {
            String reason = ending.lastLine().isBlank() ? "no reason given" : ending.lastLine();
            throw new SetupException(
                    "The model file "
                            + model
                            + " does not run with llama.cpp: "
                            + reason
                            + " (exit code "
                            + code.getAsInt()
                            + "); take another file.");
        }
    }

    /** A verdict that cannot be kept is found again the next time. */
    private static void remember(Path verdict) {
        try {
            Files.createDirectories(verdict.getParent());
            Files.writeString(verdict, "ok\n");
        } catch (IOException notKept) {
            System.getLogger(ChildProbe.class.getName())
                    .log(System.Logger.Level.DEBUG, "verdict not kept", notKept);
        }
    }
}
