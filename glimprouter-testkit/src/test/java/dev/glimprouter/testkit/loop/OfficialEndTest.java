package dev.glimprouter.testkit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How a reasoning ends by the published protocol. */
class OfficialEndTest extends OfficialTestBase {

    @Test
    void twoEqualStepsEndItOnceThereAreMoreThanTwo() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text(" A.\n\n"),
                        CERTAIN,
                        Reply.text(" A.\n\n"));
        Route route = route(small, new Model(ANSWER));

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("A.\n\n", "A.\n\n", " A.\n\n", " A.\n\n");
        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
    }

    @Test
    void emptyStepsAreKeptAndCountAsEqual() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text("\n\n"),
                        CERTAIN,
                        Reply.nothing());
        Model large = new Model(ANSWER);
        Route route = route(small, large);

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("A.\n\n", "\n\n", "\n\n");
        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
        assertThat(large.prompts()).containsExactly("<think>A.\n\n\n\n\n\n\n</think>\n\n");
        route.heard.check();
    }

    @Test
    void theBudgetIsCheckedAfterTheStepAndItsWordIsTheLast() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.text("One two three four.</think>\n\n"));
        Model large = new Model(ANSWER);
        Route route = route(small, large).with(OFFICIAL.withBudget(3));

        Result result = route.ask();

        assertThat(result.reasoning().tokens()).isEqualTo(2 + 6);
        assertThat(result.stop()).isEqualTo(Stop.BUDGET);
        assertThat(large.prompts())
                .containsExactly("<think>A.\n\nOne two three four.\n</think>\n\n");
    }

    @Test
    void whatFollowsACloseTagInItsStepIsKeptButNotSeenByTheAnswer() {
        Model small = new Model(CERTAIN, Reply.text("Done.</think> Four.\n\nMore"));
        Model large = new Model(ANSWER);
        Route route = route(small, large);

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("Done.</think> Four.\n\n");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(large.prompts()).containsExactly("<think>Done.\n</think>\n\n");
    }

    @Test
    void theDeadlineCutsAStepWhichIsKept() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        CERTAIN,
                        Reply.endless("on ").pace(Duration.ofSeconds(1)));
        Model large = new Model(ANSWER);
        Route route = route(small, large).with(OFFICIAL.withDeadline(Duration.ofMillis(2500)));

        Result result = route.ask();

        assertThat(route.texts()).containsExactly("A.\n\n", "on on \n\n");
        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(large.prompts()).containsExactly("<think>A.\n\non on \n\n\n</think>\n\n");
        route.heard.check();
    }

    @Test
    void cancellingEndsTheQuestionAndClosesEverySession() {
        Route route = route(new Model(), new Model());
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A.\n\n"),
                        Reply.tokens().then(route.cancellation::cancel).thenTokens("So"));
        route.small = ScriptedEngine.of(small).withTime(route.time);

        assertThatThrownBy(route::ask).isInstanceOf(CancelledException.class);

        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
        assertThat(route.heard.last(RouteEvent.Cancelled.class).step()).isEqualTo(1);
        route.heard.check();
    }

    @Test
    void aFullContextEndsTheReasoningInsteadOfTheRun() {
        Model small =
                new Model(
                        CERTAIN,
                        Reply.text("A B C D E F G H.\n\n"),
                        CERTAIN,
                        Reply.text("I J K L M N O P.\n\n"),
                        CERTAIN,
                        Reply.text("Q R S T U V W X.\n\n"));
        Model large = new Model(ANSWER);
        Route route = route(small, large);
        route.small = route.small.withContext(52);
        route.large = route.large.withContext(500);

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(result.answer()).isEqualTo("\\boxed{4}");
        route.heard.check();
    }
}
