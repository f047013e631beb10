package dev.glimprouter.eval.grade.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.data.CodeTest;
import dev.glimprouter.eval.data.CodeTests;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs that behave and programs that do not, on the machine's own Python. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class CodeGraderTest {

    private static final CodeLimits LIMITS =
            new CodeLimits(Duration.ofSeconds(2), 3, 256L << 20, 4, 1L << 20, 1 << 20);
    private static final CodeSettings SETTINGS = CodeSettings.DEFAULT.withLimits(LIMITS);

    private static Optional<CodeGrader> limited = Optional.empty();

    @BeforeAll
    static void open() {
        try {
            limited = Optional.of(CodeGrader.limited(SETTINGS));
        } catch (SetupException notHere) {
            assumeTrue(false, notHere.getMessage());
        }
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(launchers()).isEmpty();
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(temporary.filter(path -> path.toString().contains("glimprouter-code-")))
                    .isEmpty();
        }
    }

    /** Python processes of any parent that run our launcher, so that daemons are seen too. */
    private static List<ProcessHandle> launchers() {
        return ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info()
                                        .commandLine()
                                        .orElse("")
                                        .contains("Runs one program on one test behind limits"))
                .toList();
    }

    private static Gold.Code tests(CodeTest... tests) {
        return new Gold.Code(() -> new CodeTests(Optional.empty(), List.of(tests)));
    }

    private static Grade grade(String code, Gold.Code gold) {
        return limited.orElseThrow().grade("Here it is:\n```python\n" + code + "\n```\n", gold);
    }

    private static Grade run(String... lines) {
        return grade(String.join("\n", lines), tests(new CodeTest("", "never")));
    }

    /** What a script printed, seen through a test that expects it. */
    private static void prints(String expected, String... lines) {
        Grade grade = grade(String.join("\n", lines), tests(new CodeTest("", expected)));
        assertThat(grade.reason()).isEqualTo("1 of 1 tests passed");
    }

    @Test
    void passesTheRightProgram() {
        Grade grade =
                grade(
                        "print(sum(map(int, input().split())))",
                        tests(new CodeTest("1 2\n", "3\n"), new CodeTest("2 2", " 4.0")));
        assertThat(grade.mark()).isEqualTo(Mark.RIGHT);
        assertThat(grade.reason()).isEqualTo("2 of 2 tests passed");
        assertThat(grade.found()).contains("print(sum(map(int, input().split())))\n");
    }

    @Test
    void stopsAtTheFirstTestThatFails() {
        Grade grade =
                grade(
                        "print(int(input()) % 2)",
                        tests(
                                new CodeTest("1", "1"),
                                new CodeTest("2", "1"),
                                new CodeTest("x", "0")));
        assertThat(grade.mark()).isEqualTo(Mark.WRONG);
        assertThat(grade.reason()).isEqualTo("wrong: test 2 of 3 has another result");
    }

    @Test
    void callsTheFunctionAndKeepsItsChatterApart() {
        Gold.Code gold =
                new Gold.Code(
                        () ->
                                new CodeTests(
                                        Optional.of("add"),
                                        List.of(
                                                new CodeTest("[1, 2]\n3", "6"),
                                                new CodeTest("[]\n1", "1.0"))));
        String code =
                """
                class Solution:
                    def add(self, numbers: List[int], more: int) -> int:
                        print("thinking")
                        return sum(numbers) + more
                if __name__ == "__main__":
                    input()""";
        assertThat(grade(code, gold).reason()).isEqualTo("2 of 2 tests passed");
        assertThat(grade("def add(numbers, more): return (1,)", gold).reason())
                .isEqualTo("wrong: test 1 of 2 has another result");
        assertThat(grade("def other(): pass", gold).reason())
                .isEqualTo("runtime: test 1 of 2 ended with NameError");
    }

    @Test
    void tellsErrorsByTheirNameAlone() {
        Grade grade = grade("int(input())", tests(new CodeTest("secret", "1")));
        assertThat(grade.reason()).isEqualTo("runtime: test 1 of 1 ended with ValueError");
        assertThat(run("1 +").reason()).endsWith("ended with SyntaxError");
    }

    @Test
    void letsProgramsLeaveEarlyAndThreadsFinish() {
        prints("1", "import sys", "print(1)", "sys.exit(3)");
        prints(
                "100000",
                "import sys, threading",
                "sys.setrecursionlimit(10**6)",
                "def depth(n): return 0 if n == 0 else 1 + depth(n - 1)",
                "threading.stack_size(64 << 20)",
                "threading.Thread(target=lambda: print(depth(100000))).start()");
    }

    @Test
    void endsAnInfiniteLoop() {
        assertThat(run("while True: pass").reason())
                .isEqualTo("time: test 1 of 1 took longer than 2.0 s");
        assertThat(run("import time", "time.sleep(1000)").reason()).startsWith("time:");
    }

    @Test
    void endsAForkBomb() {
        assertThat(
                        run(
                                        "import os",
                                        "while True:",
                                        "    try: os.fork()",
                                        "    except OSError: pass")
                                .reason())
                .startsWith("time:");
    }

    @Test
    void limitsProcesses() {
        prints(
                "3",
                "import os, time",
                "n = 0",
                "try:",
                "    while n < 50:",
                "        if os.fork() == 0:",
                "            time.sleep(100)",
                "        n += 1",
                "except OSError:",
                "    print(n)");
    }

    @Test
    void endsAMemoryHog() {
        assertThat(run("x = []", "while True: x.append(bytearray(10 << 20))").reason())
                .isEqualTo("runtime: test 1 of 1 ended with MemoryError");
    }

    @Test
    void keepsWritesInsideItsFolder() throws IOException {
        Path outside = Files.createTempDirectory("outside-");
        try {
            prints(
                    "kept",
                    "import os",
                    "kept = 0",
                    "for place in ('%s/x', '/usr/x', '/etc/x', '/x', '/dev/x', '/var/tmp/x'):"
                            .formatted(outside),
                    "    try: open(place, 'w')",
                    "    except OSError: kept += 1",
                    "open('mine', 'w').write('x')",
                    "print('kept' if kept == 6 and os.listdir('.') == ['mine'] else 'lost')");
            assertThat(outside).isEmptyDirectory();
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void limitsFiles() {
        prints(
                "stopped",
                "try:",
                "    for i in range(100): open(str(i), 'wb').write(b'x' * (1 << 19))",
                "except OSError: print('stopped')");
    }

    @Test
    void seesNoFilesOfTheUser() {
        prints(
                "False",
                "import os",
                "print(os.path.exists('%s'))".formatted(Path.of("").toAbsolutePath()));
    }

    @Test
    void reachesNoNetwork() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            prints(
                    "unreachable",
                    "import socket",
                    "try: socket.create_connection(('127.0.0.1', %d), timeout=1)"
                            .formatted(door.getLocalPort()),
                    "except OSError: print('unreachable')");
        }
    }

    @Test
    void endsHugeOutput() {
        assertThat(run("while True: print('x' * 100000)").reason())
                .isEqualTo("wrong: test 1 of 1 wrote too much");
        assertThat(run("import sys", "while True: sys.stderr.write('x' * 100000)").reason())
                .startsWith("runtime:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"os.kill(os.getpid(), 9)", "os.kill(os.getpid(), 15)", "os.abort()"})
    void tellsAProgramThatWasKilled(String death) {
        assertThat(run("import os", death).reason())
                .startsWith("runtime: test 1 of 1 ended with signal ");
    }

    @Test
    void survivesAttacksOnTheLauncher() {
        prints(
                "alive",
                "import os, signal",
                "for pid in (1, os.getppid()):",
                "    for number in (9, 19, 15, 2):",
                "        try: os.kill(pid, number)",
                "        except OSError: pass",
                "print('alive')");
    }

    @Test
    void leavesNoDaemon() {
        prints(
                "done",
                "import os, time",
                "if os.fork() == 0:",
                "    os.setsid()",
                "    if os.fork() == 0:",
                "        while True: time.sleep(1)",
                "    os._exit(0)",
                "print('done')");
    }

    @Test
    void runsManyAtOnce() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var grades =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            grade(
                                                                    "print(input())",
                                                                    tests(
                                                                            new CodeTest(
                                                                                    "n" + i,
                                                                                    "n" + i)))))
                            .toList();
            assertThat(grades)
                    .allSatisfy(grade -> assertThat(grade.get().mark()).isEqualTo(Mark.RIGHT));
        }
    }

    @Test
    void doesNotScoreWhatItCannotTest() {
        Gold.Code damaged =
                new Gold.Code(
                        () -> {
                            throw new RequestException("x.jsonl, line 3: damaged.");
                        });
        assertThat(grade("print(1)", damaged))
                .isEqualTo(
                        Grade.unscored(
                                Optional.of("print(1)\n"),
                                "the tests cannot be read: x.jsonl, line 3: damaged."));
        assertThat(CodeGrader.off().grade("```\nprint(1)\n```", damaged).mark())
                .isEqualTo(Mark.UNSCORED);
    }

    @Test
    void findsNoProgramWrong() {
        assertThat(limited.orElseThrow().grade("I do not know.", tests(new CodeTest("", ""))))
                .isEqualTo(
                        new Grade(
                                Mark.WRONG,
                                Optional.empty(),
                                "the answer has no fenced block of code"));
    }

    @Test
    void needsARealPython() {
        CodeSettings wrong = new CodeSettings(Optional.of(Path.of("/bin/false")), LIMITS, false);
        assertThatThrownBy(() -> CodeGrader.limited(wrong))
                .isInstanceOf(SetupException.class)
                .hasMessage("/bin/false is no Python 3: name another one.");
    }
}
