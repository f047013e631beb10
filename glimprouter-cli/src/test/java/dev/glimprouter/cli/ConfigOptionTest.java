package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The file is heard, and the command line wins over it. */
class ConfigOptionTest {

    private static final String FILE =
            """
            tau: 0.5
            budget: 100
            answer-limit: 50
            deadline: 2m
            temperature: 0
            top-k: 5
            seed: 7
            threads: 3
            glimpse-by: request
            speculative: false
            on-large-down: wait
            instruction: Be brief.
            """;

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("router.yaml"), FILE);
    }

    private Stage run(int code, String... more) {
        return run(Stage.usual(folder), code, more);
    }

    private Stage run(Stage stage, int code, String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of("ask", "--config", file.toString(), "--trace", trace().toString()));
        args.addAll(List.of(more));
        args.add("What?");
        assertThat(stage.run(args.toArray(String[]::new))).as(stage.err()).isEqualTo(code);
        return stage;
    }

    private Path trace() {
        return folder.resolve("run.jsonl");
    }

    @Test
    void theFileIsHeard() {
        Stage stage =
                Stage.of(
                        folder,
                        List.of(Reply.text("Hm").entropy(0.4), Reply.text("Four.</think>")),
                        List.of(Reply.text("4")));
        run(stage, 0);

        RouterConfig rules = Trace.read(trace()).header().config();
        assertThat(rules.budget()).isEqualTo(100);
        assertThat(rules.answerLimit()).isEqualTo(50);
        assertThat(rules.deadline()).contains(Duration.ofMinutes(2));
        assertThat(rules.sampling().temperature()).isZero();
        assertThat(rules.sampling().topP()).isEqualTo(0.95);
        assertThat(rules.sampling().topK()).isEqualTo(5);
        assertThat(rules.seed()).isEqualTo(7);
        assertThat(rules.glimpseBy()).isEqualTo(GlimpseBy.REQUEST);
        assertThat(rules.speculative()).isFalse();
        assertThat(rules.largeDown()).isEqualTo(LargeDown.WAIT);
        assertThat(stage.err()).contains("strategy glimpse(tau=0.5), seed 7");
        assertThat(stage.opened.getFirst().threads()).isEqualTo(3);
        assertThat(stage.opened.getFirst().contextTokens()).isEqualTo(HeadRoom.LEAST_TOKENS + 150);
        assertThat(Trace.read(trace()).header().question().messages().getFirst().content())
                .isEqualTo("Be brief.");
    }

    @Test
    void theCommandLineWins() {
        Stage stage =
                run(
                        0,
                        "--tau=2",
                        "--budget=200",
                        "--seed=8",
                        "--threads=1",
                        "--glimpse-by=stream",
                        "--no-speculative",
                        "--on-large-down=fail",
                        "--top-k=9",
                        "--context=4096",
                        "--instruction=");

        RouterConfig rules = Trace.read(trace()).header().config();
        assertThat(rules.budget()).isEqualTo(200);
        assertThat(rules.answerLimit()).isEqualTo(50);
        assertThat(rules.seed()).isEqualTo(8);
        assertThat(rules.sampling().topK()).isEqualTo(9);
        assertThat(rules.glimpseBy()).isEqualTo(GlimpseBy.STREAM);
        assertThat(rules.speculative()).isFalse();
        assertThat(rules.largeDown()).isEqualTo(LargeDown.FAIL);
        assertThat(stage.err()).contains("glimpse(tau=2.0)");
        assertThat(stage.opened.getFirst().threads()).isEqualTo(1);
        assertThat(stage.opened.getFirst().contextTokens()).isEqualTo(4096);
        assertThat(Trace.read(trace()).header().question().messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'small: {model: tiny-large}', --large=tiny-large, 1",
        "'small: {model: tiny-large}\nlarge: {model: tiny-small}', --small=tiny-small, 1",
        "'small: {model: none.gguf}\nlarge: {model: none.gguf}', --pair=qwen-coder, 2",
        "'pair: qwen-coder', --tau=1, 2",
        "'pair: qwen-coder', --strategy=small, 1"
    })
    void modelsAreNamedByEither(String yaml, String option, int opened) throws IOException {
        Files.writeString(file, yaml);
        Stage stage = Stage.usual(folder);

        stage.run("ask", "--config", file.toString(), option, "What?");

        assertThat(stage.opened).as(stage.err()).hasSize(opened);
    }

    @Test
    void halfAPairOfTheFileIsAnError() throws IOException {
        Files.writeString(file, "large: {model: tiny-large}");

        assertThat(run(2).err()).contains("name the other one with --small").hasLineCount(1);
    }

    @Test
    void aWrongFileIsOneLineAndCodeTwo() throws IOException {
        Files.writeString(file, "tau: 1\nbudgt: 3\n");

        assertThat(run(2).err())
                .isEqualTo(
                        "glimprouter: %s, line 2, column 1: there is no key 'budgt': did you mean budget?\n"
                                .formatted(file));
    }

    @Test
    void aMissingFileIsOneLineAndCodeTwo() throws IOException {
        Files.delete(file);

        assertThat(run(2).err()).contains("router.yaml", "check the file").hasLineCount(1);
    }
}
