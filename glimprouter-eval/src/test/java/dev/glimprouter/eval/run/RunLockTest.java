package dev.glimprouter.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.testkit.ChildProgram;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Of two processes one writes. */
class RunLockTest {

    private final ChildProgram child =
            new ChildProgram(
                    Child.class,
                    List.of(
                            RunWriter.class,
                            Trace.class,
                            RouteEvent.class,
                            JsonMapper.class,
                            JsonFactory.class,
                            JsonProperty.class));

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

            assertThat(child.firstLine(file.toString()))
                    .startsWith("Another process is writing the run");
            writer.append(SampleRuns.right("b", 0));
        }
        assertThat(child.firstLine(file.toString())).isEqualTo("wrote behind 2");
    }
}
