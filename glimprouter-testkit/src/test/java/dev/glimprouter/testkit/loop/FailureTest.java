package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.testkit.RecordingListener;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** An engine or a listener that fails. */
class FailureTest {

    private static final Reply ANSWER = Reply.text("4");
    private final RetryableException broken =
            new RetryableException("The server is gone: try again.");

    private void fails(Route route, String... texts) {
        assertThatThrownBy(route::ask).isSameAs(broken);
        route.heard.check();
        RouteEvent.Failed last = route.heard.last(RouteEvent.Failed.class);
        assertThat(last.kind()).isEqualTo("RetryableException");
        assertThat(last.message()).isEqualTo(broken.getMessage());
        assertThat(route.texts()).containsExactly(texts);
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
    }

    @Test
    void inTheGlimpse() {
        fails(
                Route.of(
                        List.of(Reply.text("One.\n\n"), Reply.failure(broken)),
                        List.of(Reply.failure(broken))),
                "One.\n\n");
    }

    @Test
    void inASmallStep() {
        Reply breaking = Reply.text("two three").thenFail(broken);
        fails(
                Route.of(List.of(Reply.text("One.\n\n"), breaking), List.of(Reply.failure(broken))),
                "One.\n\n");
    }

    @Test
    void inALargeStep() {
        Reply breaking = Reply.text("two three").thenFail(broken);
        fails(
                Route.of(
                        List.of(Reply.text("One.\n\n"), Reply.text("x").entropy(3)),
                        List.of(breaking)),
                "One.\n\n");
    }

    @Test
    void inTheAnswer() {
        Reply breaking = Reply.text("It is").thenFail(broken);
        fails(Route.of(List.of(Reply.text("One.</think>")), List.of(breaking)), "One.");
    }

    @Test
    void inAnUninterruptedReasoning() {
        Reply breaking = Reply.text("two three").thenFail(broken);
        fails(Route.of(List.of(), List.of(breaking)).with(new Uninterrupted(LARGE)));
    }

    @Test
    void whenTheSecondSessionIsOpenedTheFirstIsClosed() {
        Route route = Route.of(List.of(), List.of());
        route.large = route.large.refusing(broken);

        fails(route);

        assertThat(route.small.calls()).extracting(Route::brief).containsExactly("open", "close");
    }

    @Test
    void whenASessionCannotBeClosedTheOtherOneStillIs() {
        Route route = Route.of(List.of(Reply.text("One.</think>")), List.of(ANSWER));
        route.small = route.small.failingToClose(broken);

        assertThatThrownBy(route::ask).isSameAs(broken);

        route.heard.check();
        assertThat(route.heard.events().getLast()).isInstanceOf(RouteEvent.Finished.class);
        assertThat(route.large.openSessions()).isZero();
    }

    @Test
    void anErrorIsToldAndThrown() {
        AssertionError error = new AssertionError("no memory");
        Route route =
                Route.of(
                        List.of(
                                Reply.tokens()
                                        .then(
                                                () -> {
                                                    throw error;
                                                })),
                        List.of());

        assertThatThrownBy(route::ask).isSameAs(error);

        route.heard.check();
        assertThat(route.heard.last(RouteEvent.Failed.class).kind()).isEqualTo("AssertionError");
    }

    @Test
    void aFailureWithoutMessageIsStillTold() {
        Route route = Route.of(List.of(Reply.failure(new IllegalStateException())), List.of());

        assertThatThrownBy(route::ask).isInstanceOf(IllegalStateException.class);

        assertThat(route.heard.last(RouteEvent.Failed.class).message()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RouteEvent.Started.class,
                RouteEvent.Prefilled.class,
                RouteEvent.Glimpsed.class,
                RouteEvent.Decided.class,
                RouteEvent.Delta.class,
                RouteEvent.StepWritten.class,
                RouteEvent.AnswerDelta.class
            })
    void aListenerThatThrowsEndsTheQuestion(Class<? extends RouteEvent> kind) {
        Route route = Route.of(List.of(Reply.text("One.</think>")), List.of(ANSWER));

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        event -> {
                                            if (kind.isInstance(event)) {
                                                throw broken;
                                            }
                                        }))
                .isSameAs(broken);

        route.heard.check();
        assertThat(route.heard.events().getLast()).isInstanceOf(RouteEvent.Failed.class);
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
    }

    @Test
    void aListenerThatThrowsAtTheEndHearsNoSecondEnd() {
        Route route = Route.of(List.of(Reply.text("One.</think>")), List.of(ANSWER));

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        event -> {
                                            if (event instanceof RouteEvent.Finished) {
                                                throw broken;
                                            }
                                        }))
                .isSameAs(broken);

        route.heard.check();
        assertThat(route.heard.events().getLast()).isInstanceOf(RouteEvent.Finished.class);
    }

    @Test
    void aListenerThatThrowsAlwaysDoesNotHideTheFirstFailure() {
        Route route = Route.of(List.of(Reply.failure(broken)), List.of(Reply.failure(broken)));
        IllegalStateException other = new IllegalStateException("the disk is full");

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        event -> {
                                            if (event instanceof RouteEvent.Failed) {
                                                throw other;
                                            }
                                        }))
                .isSameAs(broken)
                .hasSuppressedException(other);
    }

    @Test
    void aListenerBehindOneThatThrowsHearsEverything() {
        RecordingListener behind = new RecordingListener();
        Route route = Route.of(List.of(Reply.text("One.</think>")), List.of(ANSWER));
        RouteListener broken =
                event -> {
                    throw new IllegalStateException("closed");
                };

        assertThatThrownBy(() -> route.ask(broken.andThen(behind)))
                .isInstanceOf(IllegalStateException.class);

        behind.check();
        assertThat(behind.kinds()).containsExactly("Started", "Failed");
    }

    @Test
    void aMissingModelIsSaidBeforeAnythingBegins() {
        assertThatThrownBy(
                        () ->
                                new GlimpRouter(
                                        Map.of(),
                                        new SoloSteps(LARGE),
                                        RouterConfig.DEFAULT,
                                        new ManualTime()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("large");
    }
}
