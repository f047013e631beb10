package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.testkit.ChildProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that is killed while it writes leaves a trace. */
class TraceKillTest {

    private static final int HEARD = 2_000;

    private final ChildProgram child =
            new ChildProgram(
                    Child.class,
                    List.of(
                            TraceWriter.class,
                            RouteEvent.class,
                            JsonMapper.class,
                            JsonFactory.class,
                            JsonProperty.class));

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
        Process running = child.start(file.toString());
        try (BufferedReader out = running.inputReader()) {
            assertThat(out.readLine()).isEqualTo("on");
        } finally {
            running.destroyForcibly().waitFor();
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
}
