package dev.glimprouter.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.Retries;
import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.models.Catalogue;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.models.ModelStore;
import dev.glimprouter.models.Models;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a configuration file may say, and what is said about one that is wrong. */
class ConfigReaderTest {

    @TempDir Path folder;

    private Config read(String yaml) {
        ModelStore store = new ModelStore(folder, Catalogue.bundled());
        return new ConfigReader(Models.of(store)).read("router.yaml", yaml);
    }

    @Test
    void anEmptyFileSaysNothing() {
        assertThat(read("")).isEqualTo(Config.NONE);
        assertThat(read("# nothing\n")).isEqualTo(Config.NONE);
    }

    @Test
    void draftsAreOnOrOff() {
        assertThat(read("speculative: true").rules().speculative()).isTrue();
        assertThat(read("speculative: false").rules().speculative()).isFalse();
    }

    @Test
    void modelsOverlapOrNot() {
        assertThat(read("ahead: true\nrace: true").rules())
                .matches(rules -> rules.ahead() && rules.race());
        assertThat(read("ahead: false").rules()).matches(rules -> !rules.ahead() && !rules.race());
    }

    @Test
    void replicasWithANameAreAModel() {
        Config config =
                read(
                        """
                        large:
                          model:
                            name: r1
                            replicas: [http://a:1/v1, http://b:2/v1]
                        """);

        assertThat(config.large().model())
                .contains(
                        new ModelRef.Servers(
                                List.of(URI.create("http://a:1/v1"), URI.create("http://b:2/v1")),
                                "r1"));
        assertThat(config.small()).isEqualTo(RoleConfig.NONE);
    }

    @Test
    void whatIsNotSaidOfTimesAndTriesIsAsUsual() {
        Config config = read("small:\n  timeouts: {idle: 500ms}\n  retries: {most: 0}\n");

        assertThat(config.small().servers().timeouts())
                .isEqualTo(Timeouts.DEFAULT.withIdle(Duration.ofMillis(500)));
        assertThat(config.small().servers().retries())
                .isEqualTo(new Retries(0, Retries.DEFAULT.first(), Retries.DEFAULT.longest()));
    }

    @Test
    void whatIsNotSaidOfABreakerIsAsUsual() {
        Config config = read("large:\n  breaker: {failures: 5, open: 5s}\n");

        assertThat(config.large().servers().breaker())
                .isEqualTo(new Breaker(5, Duration.ofSeconds(5), Breaker.DEFAULT.longest()));
        assertThat(config.small().servers().breaker()).isEqualTo(Breaker.DEFAULT);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("budgt: 1", "1, column 1: there is no key 'budgt': did you mean budget?"),
                wrong(
                        "small:\n  kye: env:A",
                        "2, column 3: there is no key 'kye' in small: did you mean key?"),
                wrong(
                        "small:\n  timeouts:\n    ilde: 1s",
                        "3, column 5: there is no key 'ilde' in"),
                wrong("budget: many", "1, column 9: budget: 'many' is not a whole number."),
                wrong("budget: 0", "1, column 9: budget: Give the budget at least 1 token, not 0."),
                wrong("budget: [1]", "1, column 9: budget: a single value is wanted, not a list."),
                wrong("budget:", "1, column 8: budget: a single value is wanted, not nothing."),
                wrong("top-p: 2", "1, column 8: top-p: top-p must lie in above 0 to 1, not 2.0."),
                wrong("top-p: high", "1, column 8: top-p: 'high' is not a number."),
                wrong("tau: -1", "1, column 6: tau: "),
                wrong("strategy: small\ntau: 1", "2, column 6: tau: tau has no meaning"),
                wrong("strategy: glimpes", "1, column 11: strategy: There is no strategy"),
                wrong("deadline: soon", "1, column 11: deadline: 'soon' is not a length of time"),
                wrong(
                        "on-large-down: wiat",
                        "1, column 16: on-large-down: There is no 'wiat': did you mean wait?"),
                wrong("glimpse-by: eye", "known are stream, request."),
                wrong("speculative: maybe", "neither true nor false"),
                wrong("threads: 0", "1, column 10: threads: threads must be at least 1, not 0."),
                wrong("chat-template: none.jinja", "1, column 16: chat-template: There is no file"),
                wrong("pair: qwen", "1, column 7: pair: There is no pair 'qwen'"),
                wrong(
                        "pair: qwen-coder\nsmall: {model: a.gguf}",
                        "1, column 7: pair: name either a pair"),
                wrong("small: a.gguf", "1, column 8: small: a section with keys is wanted, not a"),
                wrong(
                        "small: {model: tiny}",
                        "1, column 16: small.model: There is no model 'tiny'"),
                wrong(
                        "small: {model: {replicas: [a.gguf]}}",
                        "small.model.replicas: addresses of servers are wanted"),
                wrong(
                        "small: {model: {replicas: http://a}}",
                        "small.model.replicas: a list is wanted, not a single value."),
                wrong("small: {profile: vlm}", "small.profile: There is no kind of server 'vlm'"),
                wrong("small: {ca: none.pem}", "1, column 13: small.ca: There is no file none.pem"),
                wrong("small: {timeouts: {idle: 0s}}", "1, column 26: small.timeouts.idle: "),
                wrong("small: {retries: {most: -1}}", "small.retries: Retries must be 0 or more"),
                wrong("small: {breaker: {failures: 0}}", "small.breaker: A breaker opens after 1"),
                wrong("large: {breaker: {open: 2m}}", "large.breaker: A breaker opens after 1"),
                wrong("tau: 1\ntau: 2", "2, column 1: tau stands here for the second time"),
                wrong("tau: &a 1\ntop-p: *a", "2, column 8: aliases are not read"),
                wrong("tau: 1\n---\ntau: 2", "a second document begins"),
                wrong("- 1", "1, column 1: a section with keys is wanted, not a list."),
                wrong("small: {\ntau: 1", "this is no YAML"),
                wrong("tau: !!binary AAAA", "1, column 6: this kind of value is not read."));
    }

    private static Arguments wrong(String yaml, String message) {
        return arguments(yaml, message);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsOneLineWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("router.yaml, line ")
                .hasMessageContaining(message)
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("keysWrittenOut")
    void aKeyThatIsWrittenOutIsNotRepeated(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("router.yaml, line ")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("sk-canary"));
    }

    static Stream<String> keysWrittenOut() {
        return Stream.of(
                "small: {key: sk-canary}",
                "small: {key: 'env:sk-canary'}",
                "small:\n  key: sk-canary\n bad: [",
                "small:\n  key: \"sk-canary");
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aFileThatIsTooLongOrMissingIsRefused() throws IOException {
        ConfigReader reader =
                new ConfigReader(Models.of(new ModelStore(folder, Catalogue.bundled())));
        Path file = Files.writeString(folder.resolve("long.yaml"), "#".repeat(256 * 1024 + 1));

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("longer than 256 KiB");
        assertThatThrownBy(() -> reader.read(folder.resolve("none.yaml")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("none.yaml");
    }
}
