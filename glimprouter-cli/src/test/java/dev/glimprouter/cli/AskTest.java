package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@code ask} prints, and where. */
class AskTest {

    @TempDir Path folder;

    @Test
    void theAnswerAloneGoesToStandardOutput() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("ask", "What", "is two and two?")).isZero();

        assertThat(stage.out()).isEqualTo("\\boxed{4}\n");
    }

    @Test
    void stepsAndSummaryGoToStandardErrorWithoutColour() {
        Stage stage = Stage.usual(folder);

        stage.run("ask", "--seed", "7", "What is two and two?");

        assertThat(stage.err())
                .isEqualTo(
                        """
                        L 1.42 | Two and two is asked.
                        S 0.03 | So four.

                        steps    2: 1 small, 1 large (50 % of the steps, 67 % of the tokens by large)
                        small    wrote 3 tokens; glimpses 0.2 s, decode 0.2 s
                        large    wrote 10 tokens; decode 0.7 s
                        time     1.3 s, 0.2 s of it outside the models; 10.0 tokens/s
                        stop     finished: a model closed the reasoning
                        strategy glimpse(tau=1.0), seed 7
                        """);
    }

    @Test
    void draftsAndVerdictsAreShown() {
        Reply rating = Reply.text("3");
        Script large =
                Script.of(Reply.text("It is four.</think>"), Reply.text("4")).answering(rating);
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.of(Reply.text("It is five.\n\n")),
                        ScriptedEngine.of(large));

        assertThat(stage.run("ask", "--strategy", "specreason", "What is two and two?")).isZero();

        assertThat(stage.out()).isEqualTo("4\n");
        assertThat(stage.err())
                .startsWith(
                        """
                        S      | It is five.
                               | (thrown away: score < threshold)
                        L      | It is four.

                        steps    1: 0 small, 1 large""");
    }

    @Test
    void theDraftsOfAChoiceAreNumbered() {
        Script large =
                Script.of(Reply.text("4")).answering(Reply.opinion(Map.of("B", 0.9, "A", 0.1)));
        AtomicInteger drafts = new AtomicInteger();
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.of(
                                _ ->
                                        Reply.text(
                                                "No. %d</think>"
                                                        .formatted(drafts.incrementAndGet()))),
                        ScriptedEngine.of(large));

        stage.run("ask", "--strategy", "speccot(n=2, opening=0)", "What is two and two?");

        assertThat(stage.err())
                .startsWith(
                        """
                        S      | No. 1
                        S      | No. 2
                               | (draft 1 thrown away: large did not pick it)
                               | (draft 2 kept: large picked it)

                        steps    1: 1 small, 0 large""");
    }

    @Test
    void whatRacesCostIsShown() {
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.of(
                                Reply.text("Hm.\n\n").entropy(1.4),
                                Reply.text("So four.</think>").entropy(0.03)),
                        ScriptedEngine.of(
                                Reply.text("Two and two.\n\n"),
                                Reply.text("In vain.\n\n"),
                                Reply.text("4")));

        assertThat(stage.run("ask", "--ahead", "--race", "What is two and two?")).isZero();

        assertThat(stage.out()).isEqualTo("4\n");
        assertThat(stage.err()).containsPattern("\noverlap  2 races, 1 lost with [01] tokens\n");
    }

    @Test
    void whatCannotOverlapIsRefused() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("ask", "--race", "--strategy=hstep", "Count.")).isEqualTo(2);

        assertThat(stage.err()).contains("--race needs a strategy that decides before a step");
    }

    @Test
    void draftsAndTokensOfBothNeedModelsInProcess() {
        Stage drafted = Stage.usual(folder);
        assertThat(drafted.run("ask", "--speculative", "Count.")).isEqualTo(2);
        assertThat(drafted.err()).contains("speculative decoding needs both models in-process");

        Stage mixed = Stage.usual(folder);
        assertThat(mixed.run("ask", "--strategy=token-entropy", "Count.")).isEqualTo(2);
        assertThat(mixed.err()).contains("token-entropy(tau=0.45) needs both models in-process");
    }

    @Test
    void aScreenGetsColoursAndWrappedLines() {
        Stage stage =
                Stage.of(
                                folder,
                                List.of(
                                        Reply.text("One two three four five six seven.</think>")
                                                .entropy(0.5)),
                                List.of(Reply.text("Eight.")))
                        .on(Stage.SCREEN);

        stage.run("ask", "Count.");

        assertThat(stage.err())
                .contains("\u001b[36mS 0.50\u001b[0m\u001b[2m |\u001b[0m \u001b[36mOne\u001b[0m")
                .contains("\u001b[36msix\u001b[0m\n      \u001b[2m |\u001b[0m");
        assertThat(stage.out()).isEqualTo("\u001b[1mEight.\u001b[0m\n").doesNotContain("36m");
    }

    @Test
    void noColorLeavesNoEscapeSequence() {
        Stage stage = Stage.usual(folder).on(Stage.SCREEN.withoutColour());

        stage.run("ask", "What is two and two?");

        assertThat(stage.out() + stage.err().replaceAll("\r\u001b\\[K[^\r]*", ""))
                .doesNotContain("\u001b");
    }

    @Test
    void escapeSequencesOfAModelAreMadeVisible() {
        Stage stage =
                Stage.of(
                                folder,
                                List.of(Reply.tokens("\u001b[2J", "red", "</think>").entropy(0)),
                                List.of(Reply.tokens("\u001b]0;title\u0007", "done")))
                        .on(Stage.SCREEN.withoutColour());

        stage.run("ask", "Clear my screen.");

        assertThat(stage.err()).contains("S 0.00 | \u241b[2Jred");
        assertThat(stage.out()).isEqualTo("\u241b]0;title\u2407done\n");
    }

    @Test
    void aPipeGetsTheAnswerByteForByte() {
        Stage stage =
                Stage.of(
                        folder,
                        List.of(Reply.text("x</think>").entropy(0)),
                        List.of(Reply.tokens("a\tb\u0007 ", "\u00e4")));

        stage.run("ask", "Which bytes?");

        assertThat(stage.out()).isEqualTo("a\tb\u0007 \u00e4\n");
    }

    @Test
    void aDashReadsTheQuestionFromStandardInput() {
        Stage stage = Stage.usual(folder).typed("What is\ntwo and two?\n");

        assertThat(stage.run("ask", "--trace", trace().toString(), "-")).isZero();

        assertThat(Trace.read(trace()).header().question().messages().getLast().content())
                .isEqualTo("What is\ntwo and two?");
    }

    @Test
    void theTraceHoldsTheWholeQuestion() {
        Stage stage = Stage.usual(folder);

        stage.run("ask", "--trace", trace().toString(), "What is two and two?");

        Trace trace = Trace.read(trace());
        assertThat(trace.summary().outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(trace.header().config().seed()).isEqualTo(4711);
        assertThat(stage.err()).contains("trace    " + trace());
    }

    @Test
    void jsonIsOneObjectAndNothingIsShown() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("ask", "--json", "What is two and two?")).isZero();

        assertThat(stage.out())
                .startsWith("{\"answer\":\"\\\\boxed{4}\"")
                .contains("\"seed\":4711")
                .endsWith("}\n")
                .hasLineCount(1);
        assertThat(stage.err()).isEmpty();
    }

    @Test
    void optionsReachTheEngineAndTheRules() {
        Stage stage = Stage.usual(folder);

        stage.run(
                "ask",
                "--threads",
                "3",
                "--budget",
                "100",
                "--answer-limit",
                "50",
                "--deadline",
                "2m",
                "--temperature",
                "0",
                "--trace",
                trace().toString(),
                "What?");

        EngineOptions options = stage.opened.getFirst();
        assertThat(options.threads()).isEqualTo(3);
        assertThat(options.contextTokens()).isEqualTo(HeadRoom.LEAST_TOKENS + 150);
        assertThat(Trace.read(trace()).header().config().deadline())
                .hasValueSatisfying(deadline -> assertThat(deadline).hasMinutes(2));
    }

    @Test
    void oneModelAloneNeedsNoOther() {
        Stage stage = Stage.of(folder, List.of(Reply.text("Think.</think>\n\nFour.")), List.of());

        assertThat(stage.run("ask", "--strategy", "small", "What?")).isZero();

        assertThat(stage.out()).isEqualTo("Four.\n");
        assertThat(stage.err())
                .contains("S      | Think.")
                .contains("steps    1\n")
                .contains("small    wrote")
                .doesNotContain("large");
        assertThat(stage.opened).hasSize(1);
    }

    @Test
    void aModelNamedTwiceIsOpenedOnce() {
        Stage stage =
                Stage.of(
                        folder,
                        List.of(Reply.text("Think.</think>").entropy(0), Reply.text("Four.")),
                        List.of());

        stage.run("ask", "--small", "tiny-small", "--large", "tiny-small", "What?");

        assertThat(stage.opened).hasSize(1);
        assertThat(stage.opened.getFirst().sessions()).isEqualTo(2);
    }

    private Path trace() {
        return folder.resolve("run.jsonl");
    }
}
