package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What only a process of its own can show. */
@Timeout(300)
class ProcessTest {

    private static final int PATIENCE_SECONDS = 30;
    private static final int TERMINATED = 143;
    private static final int FILES = 500;
    private static final Pattern COUNTS =
            Pattern.compile(
                    "all %d: (\\d+) refused by the reader, (\\d+) by llama.cpp, (\\d+) ran"
                            .formatted(FILES));

    @TempDir Path directory;

    @BeforeEach
    void needNatives() {
        TinyEngines.library();
    }

    @Test
    void aProcessThatGeneratesEndsWhenItWants() throws Exception {
        Process child = ChildJvm.start(Talker.class, directory, "exit");
        try (BufferedReader output = child.inputReader()) {
            assertThat(ChildJvm.await(output, "started")).isEqualTo("started");
            assertThat(ChildJvm.await(output, "closed")).isEqualTo("closed");
            assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatGeneratesEndsWhenItIsTold() throws Exception {
        Process child = ChildJvm.start(Talker.class, directory, "stay");
        try (BufferedReader output = child.inputReader()) {
            assertThat(ChildJvm.await(output, "started")).isEqualTo("started");
            child.destroy();
            assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(TERMINATED);
        } finally {
            child.destroyForcibly();
        }
    }

    /**
     * Models with random faults that our own reader lets pass are taken or refused by llama.cpp.
     */
    @Test
    void brokenModelsThatAreReadDoNotBreakTheProcess() throws Exception {
        Process child = ChildJvm.start(BrokenModels.class, directory, FILES);
        try (BufferedReader output = child.inputReader()) {
            String last = ChildJvm.await(output, "all");
            assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
            System.out.println("broken models: " + last);
            Matcher counts = COUNTS.matcher(last);
            assertThat(counts.matches()).as(last).isTrue();
            assertThat(List.of(counts.group(1), counts.group(2), counts.group(3)))
                    .as("some of each kind: " + last)
                    .doesNotContain("0");
        } finally {
            child.destroyForcibly();
        }
    }
}
