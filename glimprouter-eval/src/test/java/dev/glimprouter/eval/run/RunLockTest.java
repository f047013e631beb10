package dev.glimprouter.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of two processes one writes. */
class RunLockTest {

    @TempDir Path folder;

    /** Tries to write, and says what came of it. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            try (RunWriter writer = RunWriter.open(Path.of(args[0]), SampleRuns.HEADER)) {
                System.out.println("wrote behind " + writer.entries());
            } catch (SetupException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @Test
    void anotherProcessIsRefusedWhateverThisOneReads() throws IOException {
        Path file = folder.resolve("run.jsonl");
        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            writer.append(SampleRuns.right("a", 0));
        }
        try (RunWriter writer = RunWriter.open(file, SampleRuns.HEADER)) {
            assertThat(RunSummary.of(file).runs()).isEqualTo(1);
            assertThatThrownBy(() -> RunWriter.open(file, SampleRuns.HEADER))
                    .isInstanceOf(SetupException.class);

            assertThat(child(file)).startsWith("Another process is writing the run");
            writer.append(SampleRuns.right("b", 0));
        }
        assertThat(child(file)).isEqualTo("wrote behind 2");
    }

    private static String child(Path file) throws IOException {
        String classPath =
                Stream.of(
                                RunWriter.class,
                                Trace.class,
                                RouteEvent.class,
                                JsonMapper.class,
                                JsonFactory.class,
                                JsonProperty.class)
                        .map(RunLockTest::origin)
                        .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process =
                new ProcessBuilder(
                                java.toString(),
                                "-cp",
                                "target/test-classes" + File.pathSeparator + classPath,
                                Child.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = process.inputReader()) {
            return String.valueOf(out.readLine());
        } finally {
            process.destroy();
        }
    }

    /** The jar or folder that a class was loaded from; a patched module names only its own. */
    private static String origin(Class<?> type) {
        String location = type.getProtectionDomain().getCodeSource().getLocation().toString();
        return Path.of(URI.create(location)).toString();
    }
}
