package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.DeadPort;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** What {@code --on-large-down} does where the large model's server is dead. */
class LargeDownTest extends ServerTestBase {

    @Test
    void deadAtTheStartIsCodeThreeByDefault() {
        FaultServer small = server(vllm(LAST));
        try (DeadPort large = new DeadPort()) {
            Stage stage = stage();

            assertThat(stage.run(ask(small.uri(), large.uri()))).isEqualTo(3);

            assertThat(stage.err()).contains(large.uri().toString()).hasLineCount(1);
            assertThat(small.exchanges(COMPLETIONS)).isEmpty();
        }
    }

    @Test
    void deadLaterIsCodeFourWithTheTrace() {
        FaultServer large = server(vllm());
        Dialect dialect = vllm(UNSURE);
        Responder dying =
                request -> {
                    if (request.path().equals(COMPLETIONS)) {
                        large.close();
                    }
                    return dialect.answer(request);
                };
        Path trace = folder.resolve("run.jsonl");
        Stage stage = stage();

        int code =
                stage.run(
                        ask(
                                server(dying).uri(),
                                large.uri(),
                                "--on-large-down",
                                "fail",
                                "--trace",
                                trace.toString()));

        assertThat(code).isEqualTo(4);
        assertThat(stage.err()).contains("glimprouter: ").contains(large.uri().toString());
        assertThat(Trace.read(trace).summary().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void smallGoesOnAndAnswers() {
        FaultServer small = server(vllm(UNSURE, LAST, ANSWER));
        try (DeadPort large = new DeadPort()) {
            Stage stage = stage();

            int code = stage.run(ask(small.uri(), large.uri(), "--on-large-down", "small"));

            assertThat(stage.err()).contains("large cannot be reached");
            assertThat(stage.out()).isEqualTo("4\n");
            assertThat(code).isZero();
        }
    }

    @Test
    void theQuestionWaitsUntilLargeIsThere() {
        FaultServer small = server(vllm(UNSURE));
        Dialect dialect = vllm(LAST, ANSWER);
        AtomicBoolean up = new AtomicBoolean();
        FaultServer large =
                server(request -> up.get() ? dialect.answer(request) : Play.broken(Cut.FIN));
        Stage stage = stage();
        stage.time.after(Duration.ofSeconds(10).toNanos(), () -> up.set(true));

        int code = stage.run(ask(small.uri(), large.uri(), "--on-large-down", "wait"));

        assertThat(stage.err()).contains("large cannot be reached");
        assertThat(stage.out()).isEqualTo("4\n");
        assertThat(code).isZero();
        // One, two, four and eight seconds: large is there after ten.
        assertThat(stage.time.nanos()).isEqualTo(Duration.ofSeconds(15).toNanos());
    }

    @Test
    void waitingForADeadPortGoesOnUntilItIsCancelled() {
        FaultServer small = server(vllm(UNSURE));
        try (DeadPort large = new DeadPort()) {
            Stage stage = stage();
            stage.time.after(
                    Duration.ofMinutes(5).toNanos(),
                    () -> stage.interrupts.raise(Interrupts.Kind.INT));

            int code = stage.run(ask(small.uri(), large.uri(), "--on-large-down", "wait"));

            assertThat(code).isEqualTo(130);
            assertThat(stage.out()).isEmpty();
        }
    }

    @Test
    void theFileSaysItToo() throws IOException {
        Path file = folder.resolve("router.yaml");
        try (DeadPort large = new DeadPort()) {
            Files.writeString(
                    file,
                    """
                    on-large-down: small
                    small: {model: '%s', retries: {most: 0}}
                    large: {model: '%s', retries: {most: 0}}
                    """
                            .formatted(server(vllm(UNSURE, LAST, ANSWER)).uri(), large.uri()));
            Stage stage = stage();

            assertThat(stage.run("ask", "--config", file.toString(), "What?")).isZero();

            assertThat(stage.out()).isEqualTo("4\n");
        }
    }
}
