package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** {@code serve}, from its options to its end. */
class ServeTest {

    @TempDir Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("router.yaml"), yaml);
    }

    @Test
    void withoutAFileItServesThePairUntilASignal() throws Exception {
        Stage stage = Stage.usual(folder);
        CompletableFuture<Integer> code = Served.serve(stage, "--port", "0");
        String base = Served.base(stage);

        Served.Got reply = Served.ask(base, "X-Request-Id", "r-1");
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
        CompletableFuture<Integer> code = Served.serve(stage, "--config", yaml.toString());
        String base = Served.base(stage);

        assertThat(Served.ask(base, "X", "y").status()).isEqualTo(401);
        assertThat(Served.ask(base, "Authorization", "Bearer gr-canary").body())
                .contains("\"seed\":5");
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
        CompletableFuture<Integer> code = Served.serve(stage, "--port", "0");
        Served.Got reply = Served.ask(Served.base(stage), "X-Request-Id", "r-1");
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
                "'serve:\n  limits:\n    a: {parallel: 1}' | line 3, column 5: serve.limits: There is no key named 'a'",
                "'serve:\n  limits:\n    default: {parallel: 1}' | there are no keys",
                "'serve:\n  limits:\n    a: {paralel: 1}' | line 3, column 9: there is no key 'paralel' in serve.limits.a",
                "'serve:\n  limits:\n    a: {models: [gpt]}' | line 3, column 17: serve.limits.a.models: there is no model 'gpt'",
                "'serve:\n  limits:\n    a: {parallel: 0}' | line 3, column 19: serve.limits.a.parallel: at least 1",
                "'serve:\n  tls: {key: k.pem}' | line 2, column 8: serve.tls: certificate and key are wanted",
                "'serve:\n  traces: {readers: []}' | line 2, column 11: serve.traces: name a folder.",
                "'serve:\n  traces: {folder: t, readers: [a]}' | line 2, column 32: serve.traces.readers: there is no key named 'a'.",
                "'serve:\n  traces: {folder: t, keep: 0}' | line 2, column 11: serve.traces: keep is at least 1 trace, not 0.",
                "'serve:\n  traces: {folder: t, keep-for: 0s}' | line 2, column 11: serve.traces: keep-for has to be longer than nothing.",
                "'serve:\n  budget-file: f\n  limits:\n    default: {budget: -1}' | line 4, column 23: serve.limits.default.budget",
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
    void whatChangesInTheFileHoldsForTheNextRequest() throws Exception {
        Stage stage = Stage.usual(folder);
        Path yaml = file("{tau: 0.8, serve: {port: 0}}");
        CompletableFuture<Integer> code = Served.serve(stage, "--config", yaml.toString());
        String base = Served.base(stage);
        assertThat(Served.ask(base, "X", "y").body()).contains("glimpse(tau=0.8)");

        file("{tau: 0.5, serve: {port: 0}}");
        Served.await(stage, "read anew and is in force");
        assertThat(Served.ask(base, "X", "y").body()).contains("glimpse(tau=0.5)");

        file("{tau: much, serve: {port: 0}}");
        Served.await(stage, "stays as it was: ");
        stage.time.advance(Duration.ofSeconds(10));
        assertThat(stage.err()).containsOnlyOnce("stays as it was: ").contains("line 1");
        assertThat(Served.ask(base, "X", "y").body()).contains("glimpse(tau=0.5)");

        file("{tau: 0.25, serve: {port: 0, parallel: 9}}");
        Served.await(stage, "hold until serve is started again");
        assertThat(Served.ask(base, "X", "y").body()).contains("glimpse(tau=0.5)");
        assertThat(stage.opened).hasSize(2);

        stage.interrupts.raise(Interrupts.Kind.TERM);
        assertThat(code.join()).isEqualTo(143);
    }

    @Test
    void aCertificateThatIsMissingIsFoundBeforeModelsAreOpened() throws Exception {
        Stage stage = Stage.usual(folder);
        Path no = folder.resolve("no.pem");
        Path yaml = file("serve: {tls: {certificate: %s, key: %s}}".formatted(no, no));

        int code = stage.run("serve", "--config", yaml.toString());

        assertThat(code).isEqualTo(3);
        assertThat(stage.err()).contains("no.pem").hasLineCount(1);
        assertThat(stage.opened).isEmpty();
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
