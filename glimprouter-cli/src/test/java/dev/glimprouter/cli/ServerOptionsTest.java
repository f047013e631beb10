package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.ServerSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What the options say about servers reaches the engines. */
class ServerOptionsTest {

    @TempDir Path folder;

    /** Takes servers, and remembers how they are to be talked to. */
    private static final class Listening implements EngineProvider {
        private final List<ServerSettings> heard = new CopyOnWriteArrayList<>();
        private final Engine engine;

        Listening(Engine engine) {
            this.engine = engine;
        }

        @Override
        public boolean accepts(ModelSource source) {
            return source instanceof ModelSource.Servers;
        }

        @Override
        public Engine open(ModelSource source, EngineOptions options) {
            if (source instanceof ModelSource.Servers servers) {
                heard.add(servers.settings());
            }
            return engine;
        }
    }

    private List<ServerSettings> heard(String... args) {
        Stage stage = Stage.usual(folder);
        Listening provider = new Listening(stage.small);
        stage.provider = provider;
        stage.run(args);
        assertThat(provider.heard).as(stage.err()).isNotEmpty();
        return provider.heard;
    }

    @Test
    void withoutOptionsAllIsAsUsual() {
        assertThat(heard("ask", "--small", "http://a", "--large", "http://b", "x"))
                .containsExactly(ServerSettings.DEFAULT, ServerSettings.DEFAULT);
    }

    @Test
    void theOptionsHoldForBothAndWinOverTheFile() throws IOException {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "");
        Path file =
                Files.writeString(
                        folder.resolve("router.yaml"),
                        """
                        small:
                          model: http://a
                          profile: sglang
                          timeouts: {connect: 1s, idle: 7s}
                        large:
                          model: http://b
                          retries: {most: 9, first: 2s}
                        """);

        List<ServerSettings> heard =
                heard(
                        "ask",
                        "--config",
                        file.toString(),
                        "--profile",
                        "vllm",
                        "--ca",
                        ca.toString(),
                        "--timeouts",
                        "connect=3s,total=2h",
                        "--retries",
                        "1",
                        "x");

        assertThat(heard)
                .hasSize(2)
                .allSatisfy(
                        settings -> {
                            assertThat(settings.profile()).contains("vllm");
                            assertThat(settings.authority()).contains(ca);
                            assertThat(settings.timeouts().connect()).hasSeconds(3);
                            assertThat(settings.timeouts().total()).hasHours(2);
                            assertThat(settings.retries().most()).isEqualTo(1);
                        });
        assertThat(heard)
                .as("both are opened at the same time, in any order")
                .extracting(one -> one.timeouts().idle(), one -> one.retries().first().toSeconds())
                .contains(tuple(Duration.ofMinutes(2), 2L))
                .extracting(one -> one.toList().getFirst())
                .contains(Duration.ofSeconds(7));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("--profile", "vlm", "did you mean vllm?"),
                arguments("--profile", "none.json", "none.json"),
                arguments("--ca", "none.pem", "There is no file none.pem"),
                arguments("--timeouts", "idel=1s", "did you mean idle?"),
                arguments("--timeouts", "idle=soon", "not a length of time"),
                arguments("--timeouts", "idle=0s", "longer than zero"),
                arguments("--timeouts", "10s", "KEY=VALUE"),
                arguments("--retries", "many", "whole number"),
                arguments("--retries", "-1", "0 or more"),
                arguments("--on-large-down", "wiat", "did you mean wait?"),
                arguments("--glimpse-by", "eye", "known are stream, request"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsOneLineAndCodeTwo(String option, String value, String message) {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("ask", option + "=" + value, "x")).isEqualTo(2);

        assertThat(stage.err()).startsWith("glimprouter: ").contains(message).hasLineCount(1);
        assertThat(stage.opened).isEmpty();
    }
}
