package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code serve.access-log} and {@code serve.telemetry}, from the file to what is written. */
class AccessLogTest {

    @TempDir Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("router.yaml"), yaml);
    }

    /** Serves one request, and ends. */
    private Stage served(Stage stage, String serve) throws IOException {
        Path yaml = file("serve:\n  port: 0\n" + serve.indent(2));
        CompletableFuture<Integer> code = Served.serve(stage, "--config", yaml.toString());
        String base = Served.base(stage);
        assertThat(Served.ask(base, "X-Request-Id", "r-1").status()).isPositive();
        stage.interrupts.raise(Interrupts.Kind.TERM);
        code.join();
        return stage;
    }

    @Test
    void aFileGetsALineForEachRequest() throws IOException {
        Path log = Files.writeString(folder.resolve("access.jsonl"), "before\n");

        served(Stage.usual(folder), "access-log: " + log);

        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo("before");
        assertThat(lines.getLast())
                .startsWith("{\"time\":\"")
                .contains("\"request_id\":\"r-1\",\"key\":null,\"model\":\"glimprouter\"")
                .contains("\"status\":200,\"outcome\":\"ok\"")
                .contains("\"steps_small\":1,\"steps_large\":1,")
                .endsWith("}");
    }

    @Test
    void standardErrorGetsThemBesideTheRest() throws IOException {
        Stage stage =
                Stage.of(
                        folder,
                        List.of(Reply.failure(new IllegalStateException("broken by: 2 and 2?"))),
                        List.of());

        served(stage, "access-log: stderr");

        assertThat(stage.err())
                .contains("\"request_id\":\"r-1\"")
                .contains("\"outcome\":\"failed\",\"error\":\"internal_error\"")
                .doesNotContain("2 and 2");
    }

    @Test
    void withoutItNothingIsWritten() throws IOException {
        assertThat(served(Stage.usual(folder), "queue: 1").err()).doesNotContain("request_id");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeModelsAreOpened() throws IOException {
        Stage stage = Stage.usual(folder);

        int code =
                stage.run(
                        "serve",
                        "--config",
                        file("serve: {port: 0, access-log: " + folder + "}").toString());

        assertThat(code).isEqualTo(3);
        assertThat(stage.err())
                .contains("Requests cannot be written to")
                .contains("serve.access-log")
                .hasLineCount(1);
        assertThat(stage.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'serve:\n  telemetry: on' | line 2, column 14: serve.telemetry: a section with keys",
                "'serve:\n  telemetry: {endpoint: collector}' | line 2, column 25: serve.telemetry.endpoint: an address such as",
                "'serve:\n  telemetry: {sample-rate: 2}' | line 2, column 28: serve.telemetry.sample-rate: a share lies in 0 to 1.",
                "'serve:\n  telemetry: {headers: {api-key: canary}}' | serve.telemetry.headers: The header api-key is named as env:NAME",
                "'serve:\n  telemetry: {endpont: x}' | line 2, column 15: there is no key 'endpont' in serve.telemetry: did you mean endpoint?",
                "'serve:\n  access-log: \"\"' | serve.access-log: stderr or a file is wanted.",
            })
    void aFileThatIsWrongSaysWhere(String yaml, String message) throws IOException {
        Stage stage = Stage.usual(folder);

        int code = stage.run("serve", "--check", "--config", file(yaml).toString());

        assertThat(code).isEqualTo(2);
        assertThat(stage.err()).contains(message).doesNotContain("canary").hasLineCount(1);
    }

    @Test
    void aSectionThatIsRightIsInOrder() throws IOException {
        Stage stage = Stage.usual(folder);

        int code =
                stage.run(
                        "serve",
                        "--check",
                        "--config",
                        file("""
                                        serve:
                                          access-log: stderr
                                          telemetry:
                                            endpoint: http://collector:4318
                                            headers: {Authorization: Bearer env:OTEL_TOKEN}
                                            service-name: router-eu
                                            sample-rate: 0.1
                                        """)
                                .toString());

        assertThat(code).as(stage.err()).isZero();
    }

    @Test
    void theFileToBeginWithIsInOrder() {
        Stage stage = Stage.usual(folder);

        int code = stage.run("serve", "--check", "--config", "../deploy/router.yaml");

        assertThat(code).as(stage.err()).isZero();
    }
}
