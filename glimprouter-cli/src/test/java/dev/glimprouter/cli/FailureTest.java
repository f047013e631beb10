package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every failure is one line that says what to do, with its exit code. */
class FailureTest {

    @TempDir Path folder;

    static Stream<Arguments> wrongUsage() {
        return Stream.of(
                arguments("nothing", "Name a command", List.of()),
                arguments("unknown command", "did you mean", List.of("aks", "x")),
                arguments("unknown option", "did you mean --strategy", List.of("ask", "--stratgy")),
                arguments("tau no number", "not 'abc'", List.of("ask", "--tau", "abc", "x")),
                arguments("tau not a number", "not NaN", List.of("ask", "--tau", "NaN", "x")),
                arguments("tau negative", "not -1", List.of("ask", "--tau", "-1", "x")),
                arguments(
                        "tau twice",
                        "leave it out within",
                        glimpse("glimpse(tau=1)", "--tau", "2")),
                arguments("tau of no use", "leave it out", glimpse("small", "--tau", "2")),
                arguments("unknown strategy", "did you mean glimpse?", glimpse("glimpes")),
                arguments("strategies joined", "small stands alone", glimpse("glimpse or small")),
                arguments("no strategy", "character 14 must be ')'", glimpse("glimpse(tau=1")),
                arguments("unknown parameter", "it takes tau", glimpse("glimpse(t=1)")),
                arguments(
                        "unknown model",
                        "There is no model",
                        List.of("ask", "--small", "tiny", "x")),
                arguments("half a pair", "--large", List.of("ask", "--small", "tiny-small", "x")),
                arguments(
                        "unknown pair", "There is no pair", List.of("ask", "--pair", "qwen", "x")),
                arguments(
                        "pair and model",
                        "either a pair",
                        List.of("ask", "--pair", "qwen-coder", "--small", "a.gguf", "x")),
                arguments(
                        "no whole number", "whole number", List.of("ask", "--budget", "1.5", "x")),
                arguments("no budget", "at least 1 token", List.of("ask", "--budget", "0", "x")),
                arguments("wrong time", "90s", List.of("ask", "--deadline", "soon", "x")),
                arguments("wrong top-p", "top-p", List.of("ask", "--top-p", "2", "x")),
                arguments(
                        "missing template",
                        "check chat-template",
                        List.of("ask", "--chat-template", "no.jinja", "x")),
                arguments(
                        "missing folder",
                        "check lib-dir",
                        List.of("ask", "--lib-dir", "no-folder", "x")),
                arguments("empty argument", "question is empty", List.of("ask", "")),
                arguments("empty input", "question is empty", List.of("ask")));
    }

    private static List<String> glimpse(String strategy, String... more) {
        return Stream.concat(Stream.of("ask", "--strategy", strategy, "x"), Stream.of(more))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongUsage")
    void wrongUsageIsOneLineAndCodeTwo(String name, String hint, List<String> args) {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run(args.toArray(String[]::new))).as(name).isEqualTo(2);

        assertThat(stage.err()).startsWith("glimprouter: ").contains(hint).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void invalidUtf8IsRefused() {
        Stage stage = Stage.usual(folder).typed(new byte[] {'a', (byte) 0xC3, (byte) 0x28});

        assertThat(stage.run("ask")).isEqualTo(2);

        assertThat(stage.err()).contains("not UTF-8").hasLineCount(1);
    }

    @Test
    void aQuestionOfMoreThanOneMebibyteIsRefused() {
        Stage stage = Stage.usual(folder).typed("x".repeat(QuestionSource.MOST_BYTES + 1));

        assertThat(stage.run("ask", "-")).isEqualTo(2);

        assertThat(stage.err()).contains("shorten it").hasLineCount(1);
    }

    static Stream<Arguments> atStart() {
        return Stream.of(
                arguments(new SetupException("The file is damaged: pull it again."), 3),
                arguments(new RetryableException("No server answers: start it."), 3),
                arguments(new RequestException("The budget is too large: lower it."), 2));
    }

    @ParameterizedTest
    @MethodSource("atStart")
    void aModelThatCannotBeUsedIsOneLine(RuntimeException failure, int code) {
        Stage stage = Stage.usual(folder).refusing(failure);

        assertThat(stage.run("ask", "x")).isEqualTo(code);

        assertThat(stage.err()).isEqualTo("glimprouter: " + failure.getMessage() + "\n");
    }

    @Test
    void aFailureWhileRunningHasCodeFourAndAValidTrace() {
        RetryableException lost = new RetryableException("Lost: ask again.");
        Stage stage =
                Stage.of(
                        folder,
                        List.of(Reply.tokens("Half a").entropy(0).thenFail(lost)),
                        List.of(Reply.failure(lost)));
        Path file = folder.resolve("run.jsonl");

        assertThat(stage.run("ask", "--trace", file.toString(), "x")).isEqualTo(4);

        assertThat(stage.err())
                .contains("S 0.00 | Half a")
                .endsWith("\nglimprouter: Lost: ask again.\n");
        assertThat(Trace.read(file).summary().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(stage.small.openSessions()).isZero();
    }

    @Test
    void anUnexpectedFailureIsOneLineUnlessVerbose() {
        RuntimeException failure = new IllegalStateException("a bug\nin two lines");

        Stage quiet = Stage.usual(folder).refusing(failure);
        Stage verbose = Stage.usual(folder).refusing(failure);

        assertThat(quiet.run("ask", "x")).isEqualTo(4);
        assertThat(verbose.run("ask", "--verbose", "x")).isEqualTo(4);
        assertThat(quiet.err()).contains("a bug in two lines", "--verbose").hasLineCount(1);
        assertThat(verbose.err()).contains("at dev.glimprouter.cli");
    }

    @Test
    void closedStandardOutputIsOneLineCodeFourAndAValidTrace() {
        Stage stage = Stage.usual(folder);
        stage.out = new ClosedOutput();
        Path file = folder.resolve("run.jsonl");

        assertThat(stage.run("ask", "--trace", file.toString(), "x")).isEqualTo(4);

        assertThat(stage.err()).contains("Standard output cannot be written (Broken pipe)");
        assertThat(stage.err().lines().filter(line -> line.startsWith("glimprouter:"))).hasSize(1);
        assertThat(Trace.read(file).summary().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aTraceThatCannotBeWrittenIsCodeThreeBeforeAModelIsOpened() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("ask", "--trace", folder + "/none/run.jsonl", "x")).isEqualTo(3);

        assertThat(stage.err()).startsWith("glimprouter: ").hasLineCount(1);
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void aModelThatCannotBeUsedLeavesNoTrace() {
        Stage stage = Stage.usual(folder).refusing(new SetupException("Damaged: pull it again."));
        Path file = folder.resolve("run.jsonl");

        stage.run("ask", "--trace", file.toString(), "x");

        assertThat(file).doesNotExist();
    }
}
