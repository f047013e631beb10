package dev.glimprouter.eval.internal.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glimprouter.eval.data.CodeTest;
import dev.glimprouter.eval.data.CodeTests;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.code.CodeLimits;
import dev.glimprouter.eval.grade.code.Guard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way that is left where no namespaces are permitted. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class UnguardedTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final CodeLimits LIMITS =
            new CodeLimits(Duration.ofSeconds(2), 3, 256L << 20, 4, 1L << 20, 1 << 20);

    private static Grade grade(String... lines) {
        assumeTrue(Files.isExecutable(PYTHON), "no " + PYTHON);
        Sandbox sandbox =
                new Sandbox(
                        new Launch(PYTHON, Way.LIMITS_ONLY, LIMITS),
                        Set.of(Guard.NETWORK, Guard.FILES));
        Gold.Code gold =
                new Gold.Code(
                        () -> new CodeTests(Optional.empty(), List.of(new CodeTest("5", "5"))));
        return new TestedCode(sandbox).grade("```\n" + String.join("\n", lines) + "\n```", gold);
    }

    @Test
    void saysInEachGradeWhatIsNotGuarded() {
        assertThat(grade("print(input())").reason())
                .isEqualTo("1 of 1 tests passed (run without a guard on: files, network)");
    }

    @Test
    void leavesNoDaemonEither() throws Exception {
        Path note = Files.createTempDirectory("daemon-").resolve("pid");
        Grade grade =
                grade(
                        "import os, time",
                        "if os.fork() == 0:",
                        "    os.setsid()",
                        "    if os.fork() == 0:",
                        "        open('%s', 'w').write(str(os.getpid()))".formatted(note),
                        "        while True: time.sleep(1)",
                        "    os._exit(0)",
                        "while not os.path.exists('%s') or not open('%s').read(): time.sleep(0.01)"
                                .formatted(note, note),
                        "print(5)");
        assertThat(grade.reason()).startsWith("1 of 1");
        long pid = Long.parseLong(Files.readString(note));
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        Files.delete(note);
        Files.delete(note.getParent());
    }

    @Test
    void endsALoop() {
        assertThat(grade("while True: pass").reason()).startsWith("time:");
    }
}
