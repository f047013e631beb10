package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.Result;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** One model alone: as one uninterrupted generation, and step by step. */
class SoloTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Route uninterrupted(Reply... large) {
        return Route.of(List.of(), List.of(large)).with(new Uninterrupted(LARGE));
    }

    private static RouterConfig limits(int budget, int answer) {
        return RouterConfig.DEFAULT.withBudget(budget).withAnswerLimit(answer);
    }

    @Test
    void oneGenerationHoldsReasoningAndAnswer() {
        Route route = uninterrupted(Reply.text("One.\n\nTwo.\n</think>\n\nIt is 4.\n"));

        Result result = route.ask();

        assertThat(route.large.calls(Call.Generate.class)).hasSize(1);
        assertThat(route.large.calls(Call.Append.class)).isEmpty();
        assertThat(route.small.calls()).isEmpty();
        assertThat(route.texts()).containsExactly("One.\n\nTwo.\n");
        assertThat(result.reasoning().steps().getFirst().ending()).isEqualTo(Ending.CLOSE_TAG);
        assertThat(result.answer()).isEqualTo("It is 4.");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(result.ending()).isEqualTo(Ending.END_OF_SEQUENCE);
        route.heard.check();
    }

    @Test
    void eitherModelMayBeAlone() {
        Route route =
                Route.of(List.of(Reply.text("One.</think>4")), List.of())
                        .with(new Uninterrupted(SMALL));

        Result result = route.ask();

        assertThat(result.answer()).isEqualTo("4");
        assertThat(result.usage()).containsOnlyKeys(SMALL);
        assertThat(route.large.calls()).isEmpty();
        route.heard.check();
    }

    @Test
    void answerTextInsideTheTagsTokenIsKept() {
        Route route = uninterrupted(Reply.tokens("One.", "</thi", "nk>It", " is 4."));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("One.");
        assertThat(result.reasoning().tokens()).isEqualTo(3);
        assertThat(result.answer()).isEqualTo("It is 4.");
        assertThat(Route.used(result, LARGE).droppedChars()).isZero();
        route.heard.check();
    }

    @Test
    void whatLooksLikeATagButIsNoneIsKept() {
        Route route = uninterrupted(Reply.tokens("a </", "thin", "g> b", "</think>", "4"));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("a </thing> b");
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aTagInTheAnswerIsText() {
        Route route = uninterrupted(Reply.text("One.</think>A</think>B"));

        assertThat(route.ask().answer()).isEqualTo("A</think>B");
        route.heard.check();
    }

    @Test
    void anEmptyReasoningIsAllowed() {
        Route route = uninterrupted(Reply.text("</think>4"));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEmpty();
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void withoutATagTheEndOfTheSequenceEndsTheReasoningAndTheAnswerIsAskedFor() {
        Route route = uninterrupted(Reply.text("One <"), Reply.text("4"));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(result.reasoning().text()).isEqualTo("One <");
        assertThat(result.answer()).isEqualTo("4");
        assertThat(route.large.calls(Call.Append.class))
                .extracting(Call.Append::text)
                .containsExactly("One <", "\n</think>\n\n");
        route.heard.check();
    }

    @Test
    void withoutATagTheBudgetEndsTheReasoningAndTheAnswerIsAskedFor() {
        Route route = uninterrupted(Reply.endless(" on"), Reply.text("4")).with(limits(5, 10));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.BUDGET);
        assertThat(result.reasoning().text()).isEqualTo(" on on on on on");
        assertThat(result.reasoning().tokens()).isEqualTo(5);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aContextThatIsSmallerThanTheBudgetIsNamedAsWhatEndedTheReasoning() {
        Route route =
                uninterrupted(Reply.endless(" on"), Reply.text("4"))
                        .with(RouterConfig.DEFAULT.withAnswerLimit(10));
        route.large = route.large.withContext(60);

        Result result = route.ask();

        int head = 9;
        int seams = 16;
        assertThat(result.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(result.reasoning().tokens()).isEqualTo(60 - head - seams - 10);
        assertThat(result.reasoning().steps().getFirst().ending()).isEqualTo(Ending.LENGTH);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aBudgetThatJustFitsTheContextIsTheBudget() {
        Route route = uninterrupted(Reply.endless(" on"), Reply.text("4")).with(limits(25, 10));
        route.large = route.large.withContext(60);

        assertThat(route.ask().stop()).isEqualTo(Stop.BUDGET);
    }

    @Test
    void theModelAdoptsItsOwnReasoningBeforeTheAnswer() {
        Route route = uninterrupted(Reply.endless(" on"), Reply.text("4")).with(limits(5, 10));
        int head = 9;
        int closing = 3;

        Result result = route.ask();

        assertThat(Route.used(result, LARGE).promptTokens()).isEqualTo(head + closing);
        assertThat(Route.used(result, LARGE).seamTokens()).isZero();
    }

    @Test
    void halfATagAtTheBudgetIsDropped() {
        Route route =
                uninterrupted(Reply.tokens("a", "b", "</", "think", ">"), Reply.text("4"))
                        .with(limits(4, 10));

        Result result = route.ask();

        assertThat(result.reasoning().text()).isEqualTo("ab");
        assertThat(result.stop()).isEqualTo(Stop.BUDGET);
        assertThat(Route.used(result, LARGE).droppedChars()).isEqualTo("</think".length());
        route.heard.check();
    }

    @Test
    void aTagThatIsTheBudgetsLastTokenIsStillSeen() {
        Route route = uninterrupted(Reply.tokens("a", "b", "</think>", "4")).with(limits(3, 10));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void theAnswerHasItsOwnLimitHoweverShortTheReasoning() {
        Route route =
                Route.of(
                                ScriptedEngine.of(),
                                ScriptedEngine.of(
                                        Reply.tokens("a", "</think>")
                                                .thenTokens(" b", " c", " d", " e", " f")))
                        .with(new Uninterrupted(LARGE))
                        .with(limits(50, 3));

        Result result = route.ask();

        assertThat(result.answer()).isEqualTo("b c d");
        assertThat(result.ending()).isEqualTo(Ending.LENGTH);
        route.heard.check();
    }

    @Test
    void aDeadlineInTheReasoningKeepsItAndTheAnswerIsWritten() {
        Route route =
                uninterrupted(
                                Reply.text("one two three four</think>no").pace(SECOND),
                                Reply.text("4"))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofMillis(2500)));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(result.reasoning().text()).isEqualTo("one two");
        assertThat(result.reasoning().steps().getFirst().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aDeadlineBeforeTheFirstTokenLeavesNoStep() {
        Route route =
                uninterrupted(Reply.text("one").after(SECOND), Reply.text("4"))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofMillis(500)));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(result.reasoning().steps()).isEmpty();
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aDeadlineInTheAnswerChangesNothing() {
        Route route =
                uninterrupted(Reply.text("one</think>It is 4").pace(SECOND))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofMillis(3500)));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(result.answer()).isEqualTo("It is 4");
        assertThat(result.ending()).isEqualTo(Ending.END_OF_SEQUENCE);
        assertThat(route.large.calls(Call.Generate.class)).hasSize(1);
        route.heard.check();
    }

    @Test
    void aStreamThatEndsInTheAnswerWithoutReasonGoesOnInAnother() throws InterruptedException {
        Route route =
                uninterrupted(Reply.tokens("one", "</think>It").thenSilence(), Reply.text(" is 4"));
        Thread closer =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    route.large.awaitSilence();
                                    route.large.closeStreams();
                                });

        Result result = route.ask();
        closer.join();

        assertThat(result.answer()).isEqualTo("It is 4");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(route.large.calls(Call.Append.class))
                .extracting(Call.Append::text)
                .containsExactly("one", "\n</think>\n\nIt");
        route.heard.check();
    }

    @Test
    void stepByStepGoesThroughTheLoopWithoutGlimpse() {
        Route route =
                Route.of(
                                List.of(),
                                List.of(
                                        Reply.text("One.\n\n"),
                                        Reply.text("Two.</think>"),
                                        Reply.text("4")))
                        .with(new SoloSteps(LARGE));

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("One.\n\n", "Two.");
        assertThat(result.answer()).isEqualTo("4");
        assertThat(route.small.calls()).isEmpty();
        assertThat(route.heard.events(RouteEvent.Glimpsed.class)).isEmpty();
        assertThat(route.heard.events(RouteEvent.Decided.class)).isEmpty();
        assertThat(result.reasoning().steps()).allMatch(step -> step.decision().isEmpty());
        route.heard.check();
    }

    @Test
    void stepByStepNobodyElseTriesAfterWhiteSpace() {
        Route route =
                Route.of(List.of(Reply.tokens(" \n\n"), Reply.text("4")), List.of())
                        .with(new SoloSteps(SMALL));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
        assertThat(result.reasoning().steps()).isEmpty();
        assertThat(route.heard.events(RouteEvent.Retried.class)).isEmpty();
        assertThat(Route.used(result, SMALL).discardedTokens()).isEqualTo(1);
    }

    @Test
    void bothFormsOfASoloModelReadTheSameText() {
        String[] steps = {"One.\n\n", "Two.\n\n", "Three.\n"};
        Route whole = uninterrupted(Reply.text(String.join("", steps) + "</think>4"));
        Route stepwise =
                Route.of(
                                List.of(),
                                List.of(
                                        Reply.text(steps[0]),
                                        Reply.text(steps[1]),
                                        Reply.text(steps[2] + "</think>"),
                                        Reply.text("4")))
                        .with(new SoloSteps(LARGE));

        Result one = whole.ask();
        Result other = stepwise.ask();

        assertThat(one.reasoning().text()).isEqualTo(other.reasoning().text());
        assertThat(one.reasoning().tokens()).isEqualTo(other.reasoning().tokens());
        assertThat(one.answer()).isEqualTo(other.answer());
    }
}
