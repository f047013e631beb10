package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.Result;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** How a step ends, and what becomes of its text. */
class StepRulesTest {

    private static final Reply ANSWER = Reply.text("4");

    private static Route small(Reply... replies) {
        return Route.of(List.of(replies), List.of(ANSWER));
    }

    @Test
    void textAfterTheBlankLineInsideATokenIsDropped() {
        Route route = small(Reply.tokens("One", ".\n\nTw"), Reply.text("Two.</think>"));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("One.\n\nTwo.");
        assertThat(Route.used(result, SMALL).seamTokens()).isEqualTo(1);
    }

    @Test
    void leadingNewlinesBelongToTheStepAndDoNotEndIt() {
        Route route = small(Reply.tokens("\n\n", "\n", "One.", "\n\n"), Reply.text("</think>"));

        Result result = route.ask();

        assertThat(result.reasoning().steps().getFirst().text()).isEqualTo("\n\n\nOne.\n\n");
    }

    @Test
    void theCloseTagEndsTheReasoningAndIsNotPartOfIt() {
        Route route = small(Reply.tokens("Done.", "\n", "</", "think", ">", "x"));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("Done.\n");
        assertThat(result.reasoning().tokens()).isEqualTo(5);
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(route.large.calls(Call.Append.class))
                .extracting(Call.Append::text)
                .containsExactly("Done.\n", "\n</think>\n\n");
        route.heard.check();
    }

    @Test
    void theEndOfTheSequenceEndsTheReasoning() {
        Route route = small(Reply.text("One.\n\n"), Reply.text("Done"));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("One.\n\nDone");
        assertThat(result.reasoning().steps().getLast().ending()).isEqualTo(Ending.END_OF_SEQUENCE);
        assertThat(result.reasoning().steps().getLast().tokens()).isEqualTo(2);
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
    }

    @Test
    void aReasoningMayBeClosedAtOnce() {
        Route route = small(Reply.text("</think>"));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEmpty();
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aStepCutByItsLimitGetsNoBlankLineAndTheNextWriterGoesOn() {
        Route route =
                Route.of(
                                List.of(Reply.text("one two three"), Reply.text("x").entropy(3)),
                                List.of(Reply.text(" three.</think>"), ANSWER))
                        .with(RouterConfig.DEFAULT.withStepLimit(2));

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("one two", " three.");
        assertThat(result.reasoning().steps().getFirst().ending()).isEqualTo(Ending.LENGTH);
        assertThat(route.large.calls(Call.Append.class).getFirst().text()).isEqualTo("one two");
        route.heard.check();
    }

    @Test
    void aTagBrokenByTheStepLimitIsNotKept() {
        Route route =
                small(Reply.tokens("Done", "</", "think", ">"), Reply.tokens("</", "think", ">"))
                        .with(RouterConfig.DEFAULT.withStepLimit(3));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("Done");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        route.heard.check();
    }

    @Test
    void aStepOfWhiteSpaceIsRetriedOnceByTheOtherWriter() {
        Route route =
                Route.of(
                        List.of(Reply.tokens(" ", "\n\n"), Reply.text("</think>")),
                        List.of(Reply.text("One.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("One.\n\n");
        Step first = result.reasoning().steps().getFirst();
        assertThat(first.writer()).isEqualTo(LARGE);
        assertThat(first.attempt()).isEqualTo(1);
        assertThat(route.heard.events(RouteEvent.Retried.class))
                .extracting(RouteEvent.Retried::writer)
                .containsExactly(LARGE);
        assertThat(route.small.calls(Call.Append.class))
                .extracting(Call.Append::text)
                .containsExactly("One.\n\n", "");
        route.heard.check();
    }

    @Test
    void theDecisionOfARetriedStepNamesWhoWasToWriteItAndFailed() {
        Route route =
                Route.of(
                        List.of(Reply.tokens(" ", "\n\n"), Reply.text("</think>")),
                        List.of(Reply.text("One.\n\n"), ANSWER));

        Step first = route.ask().reasoning().steps().getFirst();

        assertThat(first.decision().orElseThrow().writer()).isEqualTo(SMALL);
        assertThat(first.writer()).isEqualTo(LARGE);
    }

    @Test
    void tokensOfARejectedAttemptAreDiscardedAndNotInTheBudget() {
        Route route =
                Route.of(
                        List.of(Reply.tokens(" ", "\n\n"), Reply.text("</think>")),
                        List.of(Reply.text("One.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).discardedTokens()).isEqualTo(2);
        assertThat(Route.used(result, SMALL).generatedTokens()).isEqualTo(3);
        assertThat(result.reasoning().tokens()).isEqualTo(3);
    }

    @Test
    void ifLargeWroteWhiteSpaceSmallTries() {
        Route route =
                Route.of(
                        List.of(
                                Reply.text("x").entropy(3),
                                Reply.text("One.\n\n"),
                                Reply.text("</think>")),
                        List.of(Reply.tokens("\t\n\n"), ANSWER));

        route.ask();

        assertThat(route.writers()).containsExactly(SMALL, SMALL);
        assertThat(route.small.calls(Call.Generate.class)).hasSize(3);
        route.heard.check();
    }

    @Test
    void ifBothWriteWhiteSpaceTheReasoningEndsAsRepeated() {
        Route route =
                Route.of(
                        List.of(Reply.text("One.\n\n"), Reply.tokens(" \n\n")),
                        List.of(Reply.tokens("\t\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
        assertThat(result.reasoning().text()).isEqualTo("One.\n\n");
        assertThat(result.answer()).isEqualTo("4");
        assertThat(route.large.calls(Call.Append.class))
                .extracting(Call.Append::text)
                .containsExactly("One.\n\n", "\n</think>\n\n");
        route.heard.check();
    }

    @Test
    void eachAttemptDrawsForItself() {
        Route route =
                Route.of(
                        List.of(
                                Reply.text("x").entropy(3),
                                Reply.text("One.\n\n"),
                                Reply.text("</think>")),
                        List.of(Reply.tokens("\t\n\n"), ANSWER));

        route.ask();

        List<Long> seeds = new ArrayList<>();
        route.small.calls(Call.Generate.class).forEach(c -> seeds.add(c.request().seed()));
        route.large.calls(Call.Generate.class).forEach(c -> seeds.add(c.request().seed()));
        assertThat(seeds).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void whatTheQuestionSaysDoesNotEndAnything() {
        Route route =
                small(Reply.text("One.\n\n"), Reply.text("Two.</think>"))
                        .with(
                                Question.of(
                                        "Think in <think>\n\n and </think>.\n\n",
                                        "What is </think>\n\n<think>?\n\n"));

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("One.\n\n", "Two.");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
    }

    @Test
    void tagsAndBlankLinesInTheAnswerStay() {
        Route route =
                Route.of(
                        List.of(Reply.text("</think>")),
                        List.of(Reply.text("\nA</think>\n\n<think>B\n")));

        Result result = route.ask();

        assertThat(result.answer()).isEqualTo("A</think>\n\n<think>B");
        assertThat(result.ending()).isEqualTo(Ending.END_OF_SEQUENCE);
        route.heard.check();
    }

    @Test
    void anAnswerThatIsTooLongIsCut() {
        Route route =
                Route.of(List.of(Reply.text("</think>")), List.of(Reply.endless(" more")))
                        .with(RouterConfig.DEFAULT.withAnswerLimit(3));

        Result result = route.ask();

        assertThat(result.answer()).isEqualTo("more more more");
        assertThat(result.ending()).isEqualTo(Ending.LENGTH);
    }
}
