package dev.glimprouter.eval.internal.code;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.grade.code.CodeSettings;
import dev.glimprouter.eval.grade.code.Guard;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs programs, each in a process of its own that is gone with all its children afterwards. */
public final class Sandbox {

    /** What the launcher needs beside the program's own time, on a busy machine. */
    private static final Duration LAUNCH = Duration.ofSeconds(20);

    private static final int REPORT_BYTES = 1 << 16;
    private static final Duration LAST_BYTES = Duration.ofSeconds(5);
    private static final Pattern ERROR =
            Pattern.compile("\\x1Eerror ([A-Za-z_][A-Za-z0-9_]{0,60})\\s*$");

    private final Launch launch;
    private final Set<Guard> unguarded;

    Sandbox(Launch launch, Set<Guard> unguarded) {
        this.launch = launch;
        this.unguarded = Set.copyOf(unguarded);
    }

    /**
     * A sandbox that was tried.
     *
     * @throws SetupException if there is no Python, or not every guard that the settings demand
     */
    public static Sandbox open(CodeSettings settings) {
        return new Trial(settings).best();
    }

    /** What it cannot guard. */
    Set<Guard> unguarded() {
        return unguarded;
    }

    Duration wall() {
        return launch.limits().wall();
    }

    /**
     * Runs a program on an input.
     *
     * @throws SetupException if it cannot be run at all
     * @throws CancelledException if the thread is interrupted
     */
    Ending run(Program program, String input) {
        try (RunFolder folder = RunFolder.create(program.source(), input)) {
            Process process = launch.command(folder, program.function()).start();
            try {
                return run(process);
            } finally {
                kill(process);
            }
        } catch (IOException e) {
            throw new SetupException(
                    "Programs cannot be run (%s): install python3 and util-linux, or leave running code off."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private Ending run(Process process) throws IOException {
        process.getOutputStream().close();
        Pipe output =
                Pipe.of(
                        process.getInputStream(),
                        launch.limits().outputBytes(),
                        () -> kill(process));
        Pipe report = Pipe.of(process.getErrorStream(), REPORT_BYTES, () -> kill(process));
        boolean ended = await(process);
        kill(process);
        String written = new String(output.bytes(LAST_BYTES), StandardCharsets.UTF_8);
        if (output.overflown()) {
            return new Ending.Talkative();
        }
        String said = new String(report.bytes(LAST_BYTES), StandardCharsets.UTF_8).strip();
        return ended ? ending(written, said) : new Ending.Late();
    }

    private boolean await(Process process) {
        try {
            Duration longest = launch.limits().wall().plus(LAUNCH);
            return process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancelledException cancelled =
                    new CancelledException("The test of a program was interrupted.");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    /**
     * Ends the launcher, and with it its namespace or, where it has none, its children; returns
     * when they are gone.
     */
    private static void kill(Process process) {
        if (process.isAlive()) {
            List<ProcessHandle> all =
                    Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : all) {
                each.onExit().completeOnTimeout(each, LAST_BYTES.toSeconds(), SECONDS).join();
            }
        }
    }

    private static Ending ending(String output, String said) {
        Fields report;
        try {
            String last = said.substring(said.lastIndexOf('\n') + 1);
            report = Json.read(last.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noReport) {
            return new Ending.Lost(said);
        }
        return switch (report.text("ended")) {
            case "exit" ->
                    report.count("code") == 0
                            ? new Ending.Done(output)
                            : new Ending.Failed(error(report.text("said")));
            case "time" -> new Ending.Late();
            case "signal" -> new Ending.Failed("signal " + report.count("code"));
            default -> throw refused(report.text("said"));
        };
    }

    /** The name of the exception; what else the program says could quote a hidden test. */
    private static String error(String said) {
        Matcher matcher = ERROR.matcher(said);
        return matcher.find() ? matcher.group(1) : "an error";
    }

    private static SetupException refused(String why) {
        return new SetupException("A program could not be started: " + why + ".");
    }
}
