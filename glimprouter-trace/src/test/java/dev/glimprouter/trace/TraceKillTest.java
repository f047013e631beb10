package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that is killed while it writes leaves a trace. */
class TraceKillTest {

    private static final int HEARD = 2_000;

    @TempDir Path folder;

    /** Writes deltas without end, and says so after the first {@value #HEARD}. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            try (TraceWriter writer = TraceWriter.open(Path.of(args[0]), SampleEvents.CLOCK)) {
                writer.on(SampleEvents.started());
                for (int i = 0; ; i++) {
                    writer.on(delta(i));
                    if (i == HEARD) {
                        System.out.println("on");
                    }
                }
            }
        }
    }

    @Test
    void aKilledProcessLeavesEveryEventItHeard() throws IOException, InterruptedException {
        Path file = folder.resolve("trace.jsonl");
        Process child = start(file);
        try (BufferedReader out = child.inputReader()) {
            assertThat(out.readLine()).isEqualTo("on");
        } finally {
            child.destroyForcibly().waitFor();
        }

        List<RouteEvent> events = Trace.read(file).events();

        assertThat(events).hasSizeGreaterThan(HEARD).startsWith(SampleEvents.started());
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i)).isEqualTo(delta(i - 1));
        }
    }

    private static Delta delta(int i) {
        return new Delta(i, i, 0, Writer.SMALL, "word %d, 漢字 🙂\n".formatted(i).repeat(1 + i % 7));
    }

    private static Process start(Path file) throws IOException {
        String classPath =
                Stream.of(
                                TraceWriter.class,
                                RouteEvent.class,
                                JsonMapper.class,
                                JsonFactory.class,
                                JsonProperty.class)
                        .map(TraceKillTest::origin)
                        .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        "target/test-classes" + File.pathSeparator + classPath,
                        Child.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The jar or folder that a class was loaded from; a patched module names only its own. */
    private static String origin(Class<?> type) {
        String location = type.getProtectionDomain().getCodeSource().getLocation().toString();
        return Path.of(URI.create(location)).toString();
    }
}
