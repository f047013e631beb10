package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Responder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The key reaches the servers and is nowhere to be seen. */
class KeyTest extends ServerTestBase {

    private static final String KEY = "sk-canary-4f9c2d7e81";
    private static final String ECHO =
            "{\"error\":{\"message\":\"not %s\",\"type\":\"%s\",\"code\":\"%s\"}}"
                    .formatted(KEY, KEY, KEY);

    static Stream<Arguments> servers() {
        return Stream.of(
                arguments("answers", 0, (UnaryOperator<Responder>) good -> good),
                arguments("refuses the key", 3, refusing(401)),
                arguments("refuses it later", 3, refusingCompletions(401)),
                arguments("fails", 4, refusingCompletions(500)),
                arguments(
                        "breaks off",
                        4,
                        (UnaryOperator<Responder>)
                                good ->
                                        Faults.changed(
                                                COMPLETIONS,
                                                play ->
                                                        play.afterEvents(
                                                                2, new Act.Break(Cut.RESET)),
                                                good)));
    }

    private static UnaryOperator<Responder> refusing(int status) {
        return _ -> _ -> Play.json(status, ECHO);
    }

    private static UnaryOperator<Responder> refusingCompletions(int status) {
        return good -> Faults.onPath(COMPLETIONS, _ -> Play.json(status, ECHO), good);
    }

    @ParameterizedTest(name = "a server that {0}")
    @MethodSource("servers")
    void theKeyIsSentAndNotShown(String name, int code, UnaryOperator<Responder> spoil)
            throws IOException {
        for (String display : List.of("--verbose", "--json")) {
            FaultServer small = server(spoil.apply(vllm(LAST)));
            FaultServer large = server(spoil.apply(vllm(ANSWER)));
            Path trace = folder.resolve("run" + display + ".jsonl");
            Stage stage = stage();
            stage.environment = Map.of("CANARY", KEY);
            String[] command =
                    ask(
                            small.uri(),
                            large.uri(),
                            "--key",
                            "env:CANARY",
                            "--trace",
                            trace.toString(),
                            display);

            assertThat(stage.run(command)).as(name).isEqualTo(code);

            String written = Files.exists(trace) ? Files.readString(trace) : "";
            assertThat(stage.out() + stage.err() + written)
                    .isNotBlank()
                    .doesNotContain(KEY)
                    .doesNotContain("canary-4f9c");
            assertThat(small.exchanges()).isNotEmpty().allSatisfy(KeyTest::carriesTheKey);
            assertThat(large.exchanges()).allSatisfy(KeyTest::carriesTheKey);
        }
    }

    private static void carriesTheKey(Exchange exchange) {
        assertThat(authorization(exchange)).containsExactly("Bearer " + KEY);
    }

    private static List<String> authorization(Exchange exchange) {
        return exchange.request().headers("Authorization");
    }

    @Test
    void eachRoleHasAKeyOfItsOwnInTheFile() throws IOException {
        FaultServer small = server(vllm(LAST));
        FaultServer large = server(vllm(ANSWER));
        Path secret = Files.writeString(folder.resolve("large.key"), "large-key\n");
        Path file =
                Files.writeString(
                        folder.resolve("router.yaml"),
                        """
                        small: {model: '%s', key: 'env:SMALL_KEY'}
                        large: {model: '%s', key: 'file:%s'}
                        """
                                .formatted(small.uri(), large.uri(), secret));
        Stage stage = stage();
        stage.environment = Map.of("SMALL_KEY", "small-key");

        assertThat(stage.run("ask", "--config", file.toString(), "What?")).isZero();

        assertThat(small.exchanges())
                .isNotEmpty()
                .allSatisfy(
                        exchange ->
                                assertThat(authorization(exchange))
                                        .containsExactly("Bearer small-key"));
        assertThat(large.exchanges())
                .isNotEmpty()
                .allSatisfy(
                        exchange ->
                                assertThat(authorization(exchange))
                                        .containsExactly("Bearer large-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "env:" + KEY, "env:", "file:", "key:" + KEY})
    void whatIsNoReferenceIsRefusedAndNotRepeated(String value) {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("ask", "--key", value, "--verbose", "x")).isEqualTo(2);

        assertThat(stage.err()).contains("env:NAME or file:PATH").doesNotContain(KEY);
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void aKeyThatIsNotThereIsASetUpToRepair() {
        FaultServer server = server(vllm(LAST));
        Stage stage = stage();

        int code = stage.run(ask(server.uri(), server.uri(), "--key", "env:NOT_SET"));

        assertThat(code).isEqualTo(3);
        assertThat(stage.err()).contains("NOT_SET is not set").hasLineCount(1);
        assertThat(server.exchanges()).isEmpty();
    }

    @Test
    void aModelFileNeedsNoKey() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("ask", "--key", "env:NOT_SET", "What?")).isZero();
    }

    @Test
    void doctorTalksToTheServersOfTheFileAsItSays() throws IOException {
        FaultServer small = server(vllm(LAST));
        Path file =
                Files.writeString(
                        folder.resolve("router.yaml"),
                        "small: {model: '%s', key: 'env:CANARY'}\nlarge: {model: '%s'}\n"
                                .formatted(small.uri(), server(vllm(ANSWER)).uri()));
        Stage stage = stage();
        stage.environment = Map.of("CANARY", KEY);

        stage.run("doctor", "--config", file.toString(), "--json");

        assertThat(stage.out()).contains(small.uri().toString());
        assertThat(stage.out() + stage.err()).doesNotContain(KEY);
        assertThat(small.exchanges()).isNotEmpty().allSatisfy(KeyTest::carriesTheKey);
    }
}
