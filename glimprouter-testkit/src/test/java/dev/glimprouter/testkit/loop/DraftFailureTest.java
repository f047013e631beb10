package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Drafts that something gets in the way of. */
class DraftFailureTest extends DraftTestBase {

    @Test
    void smallThatCannotBeReachedLeavesTheStepToLarge() {
        Route route =
                route(
                        "specreason",
                        List.of(Reply.text("One").thenFail(gone)),
                        List.of(LAST, ANSWER));

        route.ask();

        route.heard.check();
        assertThat(decisions(route).getFirst().reason()).isEqualTo("no draft");
        assertThat(route.heard.reasoning().steps().getFirst().attempt()).isEqualTo(1);
    }

    @Test
    void aJudgeThatCannotBeReachedFailsTheQuestion() {
        Route route = route("specreason", List.of(LAST), List.of(), Reply.failure(gone));

        assertThatThrownBy(route::ask).isSameAs(gone);

        route.heard.check();
        assertThat(route.heard.last(RouteEvent.Rejected.class).tokens())
                .as("the draft that nobody decided")
                .isEqualTo(3);
        assertThat(route.large.openSessions()).isZero();
    }

    @Test
    void aJudgeThatCannotBeReachedLeavesTheDraftToSmall() {
        Route route =
                route("specreason", List.of(LAST), List.of(ANSWER), Reply.failure(gone))
                        .with(RouterConfig.DEFAULT.withLargeDown(LargeDown.SMALL));

        route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(SMALL);
        assertThat(verdicts(route).getFirst().reason()).isEqualTo("nobody can be asked");
        assertThat(route.heard.last(RouteEvent.Retried.class).reason())
                .isEqualTo("large cannot be reached: nobody answers");
    }

    @Test
    void aJudgeThatCannotBeReachedIsWaitedFor() {
        Route route =
                route(
                                "specreason",
                                List.of(LAST),
                                List.of(ANSWER),
                                Reply.failure(gone),
                                Reply.failure(gone),
                                Reply.text("9"))
                        .with(RouterConfig.DEFAULT.withLargeDown(LargeDown.WAIT));

        Result result = route.ask();

        route.heard.check();
        assertThat(verdicts(route).getFirst().score()).isEqualTo(9);
        assertThat(result.nanos()).isEqualTo(Duration.ofSeconds(1 + 2).toNanos());
    }

    @Test
    void noBranchIsAnOutageToo() {
        Route route = route("specreason", List.of(LAST), List.of(ANSWER));
        route.large = route.large.withBranches(0);
        route.with(RouterConfig.DEFAULT.withLargeDown(LargeDown.SMALL));

        route.ask();

        route.heard.check();
        assertThat(route.heard.last(RouteEvent.Retried.class).reason())
                .contains("All branches of the engine are in use");
    }

    @Test
    void aQuestionThatDoesNotFitIsARejection() {
        Route route = route("judge", List.of(LAST), List.of(LAST, ANSWER), YES);
        route.large = route.large.withContext(46);

        route.ask();

        route.heard.check();
        assertThat(verdicts(route).getFirst().reason()).isEqualTo("no room to ask");
        assertThat(route.writers()).containsExactly(LARGE);
    }

    @Test
    void theDeadlineThrowsADraftAwayThatNobodyDecided() {
        Route route =
                route("judge", List.of(LAST), List.of(ANSWER), YES.after(Duration.ofSeconds(9)))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofSeconds(5)));

        Result result = route.ask();

        route.heard.check();
        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(route.texts()).isEmpty();
        assertThat(route.heard.events(RouteEvent.Rejected.class)).hasSize(1);
        assertThat(result.answer()).isEqualTo("4");
    }

    @Test
    void aDraftThatTheDeadlineCutsIsNoStep() {
        Route route =
                route(
                                "judge",
                                List.of(
                                        Reply.text("One two three.\n\n")
                                                .pace(Duration.ofSeconds(2))),
                                List.of(ANSWER))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofSeconds(5)));

        Result result = route.ask();

        route.heard.check();
        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(route.texts()).isEmpty();
        assertThat(route.heard.last(RouteEvent.Rejected.class).tokens()).isEqualTo(2);
    }

    @Test
    void aCancelledQuestionTellsWhatBecameOfItsDraft() {
        Route route = route("judge", List.of(LAST), List.of(ANSWER), YES);

        assertThatThrownBy(
                        () ->
                                route.ask(
                                        event -> {
                                            if (event instanceof RouteEvent.Drafted) {
                                                route.cancellation.cancel();
                                            }
                                        }))
                .isInstanceOf(CancelledException.class);

        route.heard.check();
        assertThat(route.heard.events(RouteEvent.Rejected.class)).hasSize(1);
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
    }
}
