package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What signals do. */
class InterruptTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Interrupts.Kind.class)
    void aSignalDuringAStepEndsWithItsCodeAndAValidTrace(Interrupts.Kind kind) throws Exception {
        Stage stage =
                Stage.of(
                        folder,
                        List.of(Reply.tokens("Half a").entropy(0).thenSilence()),
                        List.of());
        Path file = folder.resolve("run.jsonl");
        Thread keyboard =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    stage.small.awaitSilence();
                                    stage.interrupts.raise(kind);
                                });

        int code = stage.run("ask", "--trace", file.toString(), "x");
        keyboard.join();

        assertThat(code).isEqualTo(kind.exitCode);
        assertThat(Trace.read(file).summary().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(stage.err()).startsWith("S 0.00 | Half a\n").hasLineCount(2);
        assertThat(stage.exits).isEmpty();
        assertThat(stage.halts).isEmpty();
    }

    @Test
    void workThatDoesNotHeedItIsHaltedAfterHalfASecond() {
        Stage stage = Stage.usual(folder);
        boolean[] closed = {false};

        try (var _ = stage.interrupts.during(new Cancellation(), () -> closed[0] = true)) {
            stage.interrupts.raise(Interrupts.Kind.TERM);
            stage.time.advance(Duration.ofMillis(499));
            assertThat(stage.halts).isEmpty();
            stage.time.advance(Duration.ofMillis(1));
        }

        assertThat(closed[0]).isTrue();
        assertThat(stage.halts).containsExactly(143);
    }

    @Test
    void aSecondSignalHaltsAtOnce() {
        Stage stage = Stage.usual(folder);

        try (var _ = stage.interrupts.during(new Cancellation(), () -> {})) {
            stage.interrupts.raise(Interrupts.Kind.INT);
            stage.interrupts.raise(Interrupts.Kind.INT);
        }

        assertThat(stage.halts).containsExactly(130);
    }

    @Test
    void aSignalWithoutWorkEndsTheProcess() {
        Stage stage = Stage.usual(folder);

        stage.interrupts.raise(Interrupts.Kind.INT);

        assertThat(stage.exits).containsExactly(130);
    }

    @Test
    void aSettledSignalIsForgotten() {
        Stage stage = Stage.usual(folder);
        try (var _ = stage.interrupts.during(new Cancellation(), () -> {})) {
            stage.interrupts.raise(Interrupts.Kind.INT);
        }

        stage.interrupts.settle();
        stage.time.advance(Duration.ofSeconds(1));

        assertThat(stage.interrupts.raised()).isEmpty();
        assertThat(stage.halts).isEmpty();
    }
}
