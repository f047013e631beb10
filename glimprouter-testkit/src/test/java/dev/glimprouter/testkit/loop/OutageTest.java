package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Incident;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A model that cannot be reached, and who writes instead. */
class OutageTest {

    private static final Reply ANSWER = Reply.text("4");
    private static final Reply LAST = Reply.text("So four.</think>");
    private static final Reply UNSURE = Reply.text("Hm").entropy(2);

    private final RetryableException gone = new RetryableException("nobody answers");

    private static RouterConfig with(LargeDown rule) {
        return RouterConfig.DEFAULT.withLargeDown(rule);
    }

    @Test
    void aGlimpseThatFailsIsAMissingProbeAndLargeGoesOn() {
        Route route =
                Route.of(
                        List.of(Reply.failure(gone), LAST),
                        List.of(Reply.text("One.\n\n"), ANSWER));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(result.answer()).isEqualTo("4");
        assertThat(Route.used(result, SMALL).missingProbes()).isEqualTo(1);
        RouteEvent.Retried retried = route.heard.last(RouteEvent.Retried.class);
        assertThat(retried.writer()).isEqualTo(LARGE);
        assertThat(retried.reason()).isEqualTo("small cannot be reached: nobody answers");
    }

    @Test
    void aSmallStepThatBreaksIsWrittenByLargeFromItsBeginning() {
        Route route =
                Route.of(List.of(Reply.text("two three").thenFail(gone)), List.of(LAST, ANSWER));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(LARGE);
        assertThat(route.texts()).containsExactly("So four.");
        assertThat(result.reasoning().steps().getFirst().attempt()).isEqualTo(1);
        assertThat(Route.used(result, SMALL).generatedTokens()).isPositive();
    }

    @Test
    void smallGoesOnAndAnswersWhereTheRuleSaysSo() {
        Route route =
                Route.of(
                                List.of(UNSURE, Reply.text("One.\n\n"), LAST, ANSWER),
                                List.of(Reply.failure(gone), Reply.failure(gone)))
                        .with(with(LargeDown.SMALL));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(SMALL, SMALL);
        assertThat(result.answer()).isEqualTo("4");
        assertThat(route.heard.last(RouteEvent.AnswerDelta.class).writer()).isEqualTo(SMALL);
    }

    @Test
    void anAnswerThatBreaksIsFinishedByTheOther() {
        Route route =
                Route.of(
                                List.of(LAST, Reply.text(" is four.")),
                                List.of(Reply.text("The answer").thenFail(gone)))
                        .with(with(LargeDown.SMALL));

        assertThat(route.ask().answer()).isEqualTo("The answer is four.");

        route.heard.check();
        assertThat(route.small.calls().stream().map(Route::brief))
                .contains("append \n</think>\n\nThe answer");
    }

    @Test
    void smallIsNotAskedTwiceWhereBothAreGone() {
        Route route =
                Route.of(List.of(UNSURE, Reply.failure(gone)), List.of(Reply.failure(gone)))
                        .with(with(LargeDown.SMALL));

        assertThatThrownBy(route::ask).isSameAs(gone);

        route.heard.check();
    }

    @Test
    void theQuestionWaitsLongerAndLongerUntilLargeIsBack() {
        Route route =
                Route.of(
                                List.of(UNSURE),
                                List.of(
                                        Reply.failure(gone),
                                        Reply.failure(gone),
                                        Reply.failure(gone),
                                        LAST,
                                        ANSWER))
                        .with(with(LargeDown.WAIT));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(LARGE);
        assertThat(result.nanos()).isEqualTo(Duration.ofSeconds(1 + 2 + 4).toNanos());
    }

    @Test
    void theServersOwnWordCountsWhereItIsLonger() {
        RetryableException later =
                new RetryableException(
                        "later", Details.of("x", 503).withRetryAfter(Duration.ofSeconds(9)), null);
        Route route =
                Route.of(List.of(UNSURE), List.of(Reply.failure(later), LAST, ANSWER))
                        .with(with(LargeDown.WAIT));

        assertThat(route.ask().nanos()).isEqualTo(Duration.ofSeconds(9).toNanos());
    }

    @Test
    void theDeadlineEndsTheWaitAndTheAnswerWaitsOn() {
        List<Reply> never = Collections.nCopies(4, Reply.failure(gone));
        List<Reply> large = new ArrayList<>(never);
        large.add(ANSWER);
        Route route =
                Route.of(List.of(Reply.text("One.\n\n"), UNSURE), large)
                        .with(with(LargeDown.WAIT).withDeadline(Duration.ofSeconds(5)));

        Result result = route.ask();

        route.heard.check();
        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(route.texts()).containsExactly("One.\n\n");
        assertThat(result.answer()).isEqualTo("4");
    }

    @Test
    void aWaitEndsWhenTheQuestionIsCancelled() {
        Route route =
                Route.of(List.of(UNSURE), List.of(Reply.failure(gone), LAST))
                        .with(with(LargeDown.WAIT));

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        event -> {
                                            if (event instanceof RouteEvent.Retried) {
                                                route.cancellation.cancel();
                                            }
                                        }))
                .isInstanceOf(CancelledException.class);
        route.heard.check();
    }

    private static Route alone(Writer writer, RouterConfig config, Reply... replies) {
        List<Reply> all = List.of(replies);
        return Route.of(writer == SMALL ? all : List.of(), writer == LARGE ? all : List.of())
                .with(new Uninterrupted(writer))
                .with(config);
    }

    @ParameterizedTest
    @EnumSource
    void aModelAloneIsWaitedForAndGoesOnFromItsText(Writer writer) {
        Route route =
                alone(
                        writer,
                        with(LargeDown.WAIT),
                        Reply.text("One two").thenFail(gone),
                        Reply.failure(gone),
                        Reply.text(" three.</think>4"));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("One two three.");
        assertThat(result.reasoning().tokens()).isEqualTo(4);
        assertThat(result.answer()).isEqualTo("4");
        assertThat(result.nanos()).isEqualTo(Duration.ofSeconds(1 + 2).toNanos());
        assertThat(route.heard.events(RouteEvent.Retried.class)).hasSize(2);
    }

    @Test
    void halfATagIsForgottenWhereTheModelGoesOn() {
        Route route =
                alone(
                        LARGE,
                        with(LargeDown.WAIT),
                        Reply.tokens("One", "</th").thenFail(gone),
                        Reply.text(" two.</think>4"));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("One two.");
        assertThat(Route.used(result, LARGE).droppedChars()).isEqualTo("</th".length());
    }

    @Test
    void theAnswerOfAModelAloneIsFinishedAfterTheWait() {
        Route route =
                alone(
                        LARGE,
                        with(LargeDown.WAIT),
                        Reply.text("One.</think>It is").thenFail(gone),
                        Reply.failure(gone),
                        Reply.text(" four."));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.texts()).containsExactly("One.");
        assertThat(result.answer()).isEqualTo("It is four.");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
    }

    @Test
    void theDeadlineEndsTheWaitForAModelAlone() {
        Route route =
                alone(
                        LARGE,
                        with(LargeDown.WAIT).withDeadline(Duration.ofSeconds(2)),
                        Reply.text("One two").thenFail(gone),
                        Reply.failure(gone),
                        Reply.text("never"),
                        ANSWER);

        Result result = route.ask();

        route.heard.check();
        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(route.texts()).containsExactly("One two");
        assertThat(result.answer()).isEqualTo("4");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "SMALL"})
    void aModelAloneHasNobodyToGoOn(LargeDown rule) {
        Route route = alone(LARGE, with(rule), Reply.text("One").thenFail(gone));

        assertThatThrownBy(route::ask).isSameAs(gone);
        route.heard.check();
        assertThat(route.heard.last(RouteEvent.Delta.class).text()).isEqualTo("One");
        assertThat(route.heard.events().getLast()).isInstanceOf(RouteEvent.Failed.class);
    }

    @Test
    void aWrongKeyIsNoOutage() {
        SetupException refused = new SetupException("the key is refused");
        Route route =
                Route.of(List.of(UNSURE), List.of(Reply.failure(refused)))
                        .with(with(LargeDown.SMALL));

        assertThatThrownBy(route::ask).isSameAs(refused);
    }

    @Test
    void aFullContextEndsTheReasoningAndStillGetsItsAnswer() {
        ContextFullException full = new ContextFullException("4096 tokens", Details.of("x", 400));
        Route route =
                Route.of(List.of(Reply.text("One.\n\n"), Reply.failure(full)), List.of(ANSWER));

        Result result = route.ask();

        route.heard.check();
        assertThat(result.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(route.texts()).containsExactly("One.\n\n");
        assertThat(result.answer()).isEqualTo("4");
    }

    @Test
    void whatBefellAStreamIsHeard() {
        Route route =
                Route.of(
                        List.of(
                                LAST.befalling(
                                        new Incident.Move("http://a", "http://b", "refused"),
                                        new Incident.Retry("503"))),
                        List.of(ANSWER));

        route.ask();

        route.heard.check();
        RouteEvent.Moved moved = route.heard.last(RouteEvent.Moved.class);
        assertThat(moved.writer()).isEqualTo(SMALL);
        assertThat(List.of(moved.from(), moved.to(), moved.reason()))
                .containsExactly("http://a", "http://b", "refused");
        assertThat(route.heard.last(RouteEvent.Retried.class).reason()).isEqualTo("503");
    }
}
