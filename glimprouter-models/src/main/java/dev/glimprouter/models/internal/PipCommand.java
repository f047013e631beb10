package dev.glimprouter.models.internal;

import dev.glimprouter.internal.files.Folders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The machine's own pip, with its own configuration; it only fetches wheels and never installs.
 *
 * <p>Its temporary files are kept beside the download, on the disk whose free space was checked.
 */
final class PipCommand {

    private static final long POLL_MILLIS = 100;
    private static final long PROBE_SECONDS = 20;
    private static final long KILL_SECONDS = 5;
    private static final int ERROR_BYTES = 1 << 16;

    private final List<String> command;

    private PipCommand(List<String> command) {
        this.command = command;
    }

    /** The first of the candidates that runs. */
    static Optional<PipCommand> find(List<List<String>> candidates) {
        return candidates.stream().filter(PipCommand::runs).findFirst().map(PipCommand::new);
    }

    private static boolean runs(List<String> candidate) {
        List<String> probe = new ArrayList<>(candidate);
        probe.add("--version");
        Process process;
        try {
            process = quiet(new ProcessBuilder(probe)).start();
        } catch (IOException e) {
            return false;
        }
        try {
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            throw Interrupts.cancelled(e);
        } finally {
            kill(process);
        }
    }

    /**
     * Fetches one wheel into a folder.
     *
     * @param requirement package and pinned version, such as {@code name==1.0}
     * @param arrived hears how many bytes pip has received so far
     */
    void download(String requirement, Path folder, LongConsumer arrived)
            throws SourceFailure, IOException {
        Path scratch = Folders.fresh(folder.resolve("tmp"));
        Path errors = scratch.resolve("errors.txt");
        Process process = start(requirement, folder, scratch, errors);
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                arrived.accept(Folders.bytes(scratch));
            }
            if (process.exitValue() != 0) {
                throw new SourceFailure(requirement + ": " + summary(errors));
            }
        } catch (InterruptedException e) {
            throw Interrupts.cancelled(e);
        } finally {
            kill(process);
            Folders.delete(scratch);
        }
    }

    private Process start(String requirement, Path folder, Path scratch, Path errors)
            throws SourceFailure {
        List<String> line = new ArrayList<>(command);
        line.addAll(
                List.of(
                        "download",
                        "--no-deps",
                        "--only-binary",
                        ":all:",
                        "--no-input",
                        "--no-cache-dir",
                        "--disable-pip-version-check",
                        "-d",
                        folder.toString(),
                        requirement));
        ProcessBuilder builder = quiet(new ProcessBuilder(line)).redirectError(errors.toFile());
        for (String variable : List.of("TMPDIR", "TEMP", "TMP")) {
            builder.environment().put(variable, scratch.toString());
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SourceFailure("it does not start (" + e.getMessage() + ")", e);
        }
    }

    private static ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Ends the process, if it still runs, and waits for that even on an interrupted thread. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly()
                .onExit()
                .completeOnTimeout(process, KILL_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** The last error that pip wrote, in one line. */
    private static String summary(Path errors) throws IOException {
        byte[] bytes = Files.readAllBytes(errors);
        int from = Math.max(0, bytes.length - ERROR_BYTES);
        List<String> lines =
                new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
        String last =
                lines.reversed().stream()
                        .filter(text -> text.startsWith("ERROR:"))
                        .findFirst()
                        .orElse(lines.isEmpty() ? "it failed without a word" : lines.getLast());
        String plain = last.replaceFirst("^ERROR:\\s*", "");
        return plain.length() <= 200 ? plain : plain.substring(0, 200) + "...";
    }
}
