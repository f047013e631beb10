package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** A question that its caller cancels. */
class CancelTest {

    private static final Reply ANSWER = Reply.text("4");

    private static void cancelled(Route route, String... texts) {
        assertThatThrownBy(route::ask).isInstanceOf(CancelledException.class);
        route.heard.check();
        assertThat(route.heard.events().getLast()).isInstanceOf(RouteEvent.Cancelled.class);
        assertThat(route.texts()).containsExactly(texts);
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
        assertThat(route.time.alarms()).isZero();
    }

    /** Cancels from another thread once a reader is blocked. */
    private static void cancelInSilence(Route route, ScriptedEngine blocked, String... texts) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            blocked.awaitSilence();
                            route.cancellation.cancel();
                        });
        cancelled(route, texts);
    }

    @Test
    void beforeItBegins() {
        Route route = Route.of(List.of(), List.of());
        route.cancellation.cancel();

        cancelled(route);

        assertThat(route.small.calls()).isEmpty();
        assertThat(route.large.calls()).isEmpty();
    }

    @Test
    void inTheGlimpse() {
        Route route = Route.of(List.of(Reply.text("One.\n\n"), Reply.silence()), List.of());

        cancelInSilence(route, route.small, "One.\n\n");

        assertThat(route.large.calls(Call.Generate.class)).isEmpty();
        assertThat(route.heard.events(RouteEvent.Decided.class)).hasSize(1);
    }

    @Test
    void inASmallStep() {
        Route route =
                Route.of(
                        List.of(Reply.text("One.\n\n"), Reply.text("two three").thenSilence()),
                        List.of());

        cancelInSilence(route, route.small, "One.\n\n");

        assertThat(route.heard.last(RouteEvent.Delta.class).text()).isEqualTo(" three");
        assertThat(route.heard.last(RouteEvent.Cancelled.class).usage().get(SMALL))
                .extracting(Usage::generatedTokens)
                .isEqualTo(4L);
    }

    @Test
    void beforeLargesFirstToken() {
        Route route = Route.of(List.of(Reply.text("x").entropy(3)), List.of(Reply.silence()));

        cancelInSilence(route, route.large);
    }

    @Test
    void inALargeStep() {
        Route route =
                Route.of(
                        List.of(Reply.text("x").entropy(3)),
                        List.of(Reply.text("One two").thenSilence()));

        cancelInSilence(route, route.large);

        assertThat(route.heard.events(RouteEvent.StepWritten.class)).isEmpty();
    }

    @Test
    void inTheAnswer() {
        Route route =
                Route.of(
                        List.of(Reply.text("One.</think>")),
                        List.of(Reply.text("It is").thenSilence()));

        cancelInSilence(route, route.large, "One.");

        assertThat(route.heard.events(RouteEvent.AnswerDelta.class)).hasSize(2);
    }

    @Test
    void inAnUninterruptedReasoning() {
        Route route =
                Route.of(List.of(), List.of(Reply.text("One two").thenSilence()))
                        .with(new Uninterrupted(LARGE));

        cancelInSilence(route, route.large);
    }

    @Test
    void inAnUninterruptedAnswer() {
        Route route =
                Route.of(List.of(), List.of(Reply.text("One</think>two").thenSilence()))
                        .with(new Uninterrupted(LARGE));

        cancelInSilence(route, route.large, "One");
    }

    @Test
    void inAListener() {
        Route route = Route.of(List.of(Reply.text("One.\n\n")), List.of(ANSWER));

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        event -> {
                                            if (event instanceof RouteEvent.StepWritten) {
                                                route.cancellation.cancel();
                                            }
                                        }))
                .isInstanceOf(CancelledException.class);

        route.heard.check();
        assertThat(route.texts()).containsExactly("One.\n\n");
        assertThat(route.small.calls(Call.Generate.class)).hasSize(1);
    }

    @Test
    void afterTheDeadlineInTheAnswer() {
        Route route =
                Route.of(
                                List.of(Reply.text("one two").pace(Duration.ofSeconds(2))),
                                List.of(Reply.text("It is").thenSilence()))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofSeconds(3)));

        cancelInSilence(route, route.large, "one");
    }

    @Test
    void afterTheAnswerItChangesNothing() {
        Route route = Route.of(List.of(Reply.text("One.</think>")), List.of(ANSWER));

        Result result = route.ask();
        route.cancellation.cancel();

        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void atEveryCallOfTheEnginesTheEndIsTheSame() {
        int asked = calls(-1);
        for (int at = 0; at < asked; at++) {
            assertThat(calls(at)).as("cancelled at event " + at).isLessThanOrEqualTo(asked);
        }
    }

    /** Cancels at the given event and checks the end; gives the number of events. */
    private static int calls(int at) {
        Route route =
                Route.of(
                        List.of(
                                Reply.text("One.\n\n"),
                                Reply.text("x").entropy(3),
                                Reply.tokens(" \n\n"),
                                Reply.text("Four.</think>")),
                        List.of(Reply.text("Two.\n\n"), Reply.text("Three.\n\n"), ANSWER));
        try {
            route.ask(
                    _ -> {
                        if (route.heard.events().size() == at + 1) {
                            route.cancellation.cancel();
                        }
                    });
            boolean finished = route.heard.events().getLast() instanceof RouteEvent.Finished;
            assertThat(at == -1 || at == route.heard.events().size() - 1).isTrue();
            assertThat(finished).isTrue();
        } catch (CancelledException cancelled) {
            assertThat(at).isNotNegative();
            assertThat(route.heard.events().getLast()).isInstanceOf(RouteEvent.Cancelled.class);
        }
        route.heard.check();
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
        return route.heard.events().size();
    }
}
