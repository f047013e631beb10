package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

class LocalProcessRunnerTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final ProcessRunner runner = ProcessRunner.local();

    @ParameterizedTest
    @CsvSource({
        "fine, 0, ''",
        "refuse, 3, the reason",
        "flood, 0, line 99999",
        "die, 134, ''",
        "read, 0, ''"
    })
    void reportsCodeAndLastLine(String how, int code, String lastLine) throws Exception {
        assertThat(runner.run(child(how), LONG))
                .isEqualTo(new ProcessRunner.Ending(OptionalInt.of(code), lastLine));
    }

    @Test
    void endsAProcessWhoseTimeIsUp() throws Exception {
        ProcessRunner.Ending ending = runner.run(child("hang"), Duration.ofMillis(500));

        assertThat(ending.exitCode()).isEmpty();
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void endsTheProcessWhenTheCallerIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> runner.run(child("hang"), LONG))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void saysThatAProgramIsMissing() {
        assertThatThrownBy(() -> runner.run(List.of("/no/such/program"), LONG))
                .isInstanceOf(IOException.class);
    }

    private static List<String> child(String how) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", "target/test-classes", Child.class.getName(), how);
    }
}
