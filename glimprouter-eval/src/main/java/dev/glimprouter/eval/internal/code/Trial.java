package dev.glimprouter.eval.internal.code;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.grade.code.CodeLimits;
import dev.glimprouter.eval.grade.code.CodeSettings;
import dev.glimprouter.eval.grade.code.Guard;
import dev.glimprouter.internal.files.Folders;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tries each way to keep programs apart with one that attempts what it must not, and takes the
 * first way that stops every attempt. What a system promises is not believed.
 */
final class Trial {

    private static final int PORT_BACKLOG = 4;

    private final CodeSettings settings;
    private Optional<SetupException> problem = Optional.empty();

    Trial(CodeSettings settings) {
        this.settings = settings;
    }

    /** The safest sandbox of this machine, as far as the settings accept it. */
    Sandbox best() {
        List<Path> interpreters = Interpreter.find(settings.python());
        Optional<Sandbox> best = Optional.empty();
        for (Way way : Way.values()) {
            for (Path python : interpreters) {
                Optional<Sandbox> sandbox = tried(new Launch(python, way, settings.limits()));
                if (sandbox.isPresent() && sandbox.get().unguarded().isEmpty()) {
                    return sandbox.get();
                }
                best =
                        best.or(() -> sandbox)
                                .map(
                                        first ->
                                                sandbox.map(next -> safer(first, next))
                                                        .orElse(first));
            }
        }
        return accept(best);
    }

    private static Sandbox safer(Sandbox a, Sandbox b) {
        return List.of(a, b).stream()
                .min(Comparator.comparingInt(sandbox -> sandbox.unguarded().size()))
                .orElseThrow();
    }

    private Sandbox accept(Optional<Sandbox> best) {
        if (best.isEmpty()) {
            throw new SetupException(
                    "No program could be run to try the limits: "
                            + problem.map(SetupException::getMessage).orElse("no reason known"));
        }
        if (!settings.evenUnguarded()) {
            throw new SetupException(
                    "Code of models would run here without a guard on "
                            + best.get().unguarded().stream()
                                    .sorted()
                                    .map(Guard::words)
                                    .collect(Collectors.joining(", "))
                            + " and is not run"
                            + problem.map(why -> " (" + why.getMessage() + ")").orElse("")
                            + ": permit user namespaces (Linux 5.12 or newer, the"
                            + " command unshare), or allow it to run unguarded on a machine that may"
                            + " break.");
        }
        return best.get();
    }

    /** The sandbox with what it did not stop; empty where nothing runs at all. */
    private Optional<Sandbox> tried(Launch launch) {
        Path outside = null;
        try (ServerSocket door =
                new ServerSocket(0, PORT_BACKLOG, InetAddress.getLoopbackAddress())) {
            outside = Files.createTempDirectory("glimprouter-outside-").resolve("file");
            String input = input(door.getLocalPort(), outside);
            Ending ending =
                    new Sandbox(launch, Set.of())
                            .run(new Program(Script.named("trial.py"), Optional.empty()), input);
            if (!(ending instanceof Ending.Done(String output))) {
                throw new SetupException("the trial ended with " + ending);
            }
            Set<Guard> unguarded = unguarded(output);
            if (Files.exists(outside)) {
                unguarded.add(Guard.FILES);
            }
            return Optional.of(new Sandbox(launch, unguarded));
        } catch (SetupException notHere) {
            problem = Optional.of(notHere);
            return Optional.empty();
        } catch (IOException e) {
            throw new SetupException("The limits cannot be tried: " + e.getMessage() + ".", e);
        } finally {
            delete(outside);
        }
    }

    /** Every guard but those that the trial names. */
    private static Set<Guard> unguarded(String output) {
        Set<Guard> unguarded = EnumSet.allOf(Guard.class);
        unguarded.removeIf(guard -> output.lines().anyMatch(guard.name()::equals));
        return unguarded;
    }

    private String input(int port, Path outside) {
        CodeLimits limits = settings.limits();
        return String.join(
                "\n",
                String.valueOf(port),
                outside.toString(),
                String.valueOf(limits.cpuSeconds()),
                String.valueOf(limits.memoryBytes()),
                String.valueOf(limits.processes()),
                String.valueOf(limits.fileBytes()),
                "");
    }

    private static void delete(@Nullable Path outside) {
        if (outside != null) {
            try {
                Folders.delete(Objects.requireNonNull(outside.getParent()));
            } catch (IOException e) {
                throw new SetupException("A temporary folder cannot be deleted.", e);
            }
        }
    }
}
