package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** {@code serve}, from its options to its end. */
class ServeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("router.yaml"), yaml);
    }

    /** Serves on a thread of its own; the exit code, once there is one. */
    private static CompletableFuture<Integer> serve(Stage stage, String... options) {
        String[] args =
                Stream.concat(Stream.of("serve"), Arrays.stream(options)).toArray(String[]::new);
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> code.complete(stage.run(args)));
        return code;
    }

    /** The base URL, once it is told. */
    private static String base(Stage stage) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!stage.out().contains("\n")) {
            assertThat(System.nanoTime()).as(stage.err()).isLessThan(end);
            Thread.onSpinWait();
        }
        return stage.out().strip();
    }

    /** What came back. */
    private record Got(int status, String body) {}

    private static Got ask(String base, String header, String value) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + "/chat/completions").toURL().openConnection();
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty(header, value);
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write(
                        "{\"model\":\"glimprouter\",\"messages\":[{\"role\":\"user\",\"content\":\"2 and 2?\"}]}"
                                .getBytes(StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Got(status, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void withoutAFileItServesThePairUntilASignal() throws Exception {
        Stage stage = Stage.usual(folder);
        CompletableFuture<Integer> code = serve(stage, "--port", "0");
        String base = base(stage);

        Got reply = ask(base, "X-Request-Id", "r-1");
        stage.interrupts.raise(Interrupts.Kind.TERM);

        assertThat(base).startsWith("http://127.0.0.1:").endsWith("/v1");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\\\\boxed{4}").contains("\"seed\":4711");
        assertThat(code.join()).isEqualTo(143);
        assertThat(stage.err()).contains("curl -N " + base + "/chat/completions");
        assertThat(stage.opened).hasSize(2).allMatch(options -> options.sessions() == 2);
    }

    @Test
    void aFileSetsItUp() throws Exception {
        Stage stage = Stage.usual(folder);
        Path yaml =
                file(
                        """
                        seed: 5
                        serve:
                          port: 0
                          parallel: 3
                          keys: ['%s']
                        profiles:
                          drafting: {strategy: speccot(n=3)}
                        """
                                .formatted(ApiKeys.line("team-a", "gr-canary")));
        CompletableFuture<Integer> code = serve(stage, "--config", yaml.toString());
        String base = base(stage);

        assertThat(ask(base, "X", "y").status()).isEqualTo(401);
        assertThat(ask(base, "Authorization", "Bearer gr-canary").body()).contains("\"seed\":5");
        stage.interrupts.raise(Interrupts.Kind.INT);

        assertThat(code.join()).isEqualTo(130);
        assertThat(stage.opened).allMatch(options -> options.sessions() == 3);
        assertThat(stage.opened.stream().map(options -> options.branches()))
                .containsExactlyInAnyOrder(6, 3);
        assertThat(stage.err()).contains("$KEY").doesNotContain("canary");
    }

    @Test
    void aFailureIsToldWithoutTheQuestion() throws Exception {
        Stage stage =
                Stage.of(
                        folder,
                        List.of(Reply.failure(new IllegalStateException("broken by: 2 and 2?"))),
                        List.of());
        CompletableFuture<Integer> code = serve(stage, "--port", "0");
        Got reply = ask(base(stage), "X-Request-Id", "r-1");
        stage.interrupts.raise(Interrupts.Kind.TERM);
        code.join();

        assertThat(reply.status()).isEqualTo(500);
        assertThat(stage.err())
                .contains("request r-1 failed: IllegalStateException at ")
                .doesNotContain("2 and 2");
    }

    @Test
    void aFileInOrderIsCheckedAndNothingIsOpened() throws Exception {
        Stage stage = Stage.usual(folder);

        int code = stage.run("serve", "--check", "--config", file("serve: {port: 1}").toString());

        assertThat(code).isZero();
        assertThat(stage.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'serve:\n  prot: 1' | line 2, column 3: there is no key 'prot' in serve: did you mean port?",
                "'serve:\n  port: 99999' | line 2, column 9: serve.port: a port lies in",
                "'serve:\n  keys: [gr-canary]' | line 2, column 9: serve.keys: key no. 1",
                "'serve:\n  drain: soon' | line 2",
                "'serve:\n  model: a@b' | line 2",
                "'serve:\n  host: 0.0.0.0' | others can come in",
                "'profiles:\n  careful: {tau: -1}' | line 2",
                "'profiles:\n  inf: {tau: 1}' | line 2",
            })
    void aFileThatIsWrongSaysWhere(String yaml, String message) throws Exception {
        Stage stage = Stage.usual(folder);

        int code = stage.run("serve", "--check", "--config", file(yaml).toString());

        assertThat(code).isEqualTo(2);
        assertThat(stage.err()).contains(message).doesNotContain("canary");
    }

    @Test
    void keysMayLieInAFileOfTheirOwn() throws Exception {
        Path keys =
                Files.writeString(
                        folder.resolve("keys"),
                        "# ours\n\n" + ApiKeys.line("team-a", "gr-x") + "\n");
        Stage stage = Stage.usual(folder);

        int code =
                stage.run(
                        "serve",
                        "--check",
                        "--config",
                        file("serve: {host: 0.0.0.0, keys-file: " + keys + "}").toString());

        assertThat(code).isZero();
    }

    @Test
    void aNewKeyIsToldOnceAndItsHashBeside() {
        Stage stage = Stage.usual(folder);

        int code = stage.run("serve", "--new-key", "team-a");
        String line = stage.err().lines().reduce((_, last) -> last).orElseThrow();

        assertThat(code).isZero();
        assertThat(ApiKeys.of(List.of(line)).owner(stage.out().strip())).contains("team-a");
    }

    @ParameterizedTest
    @CsvSource({"--port,99999", "--parallel,0", "--host,0.0.0.0"})
    void optionsAreChecked(String option, String value) {
        assertThat(Stage.usual(folder).run("serve", "--check", option, value)).isEqualTo(2);
    }
}
