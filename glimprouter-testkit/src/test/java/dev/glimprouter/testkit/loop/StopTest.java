package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.RepeatDetector;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.GlimpseBy;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Why a reasoning ends: budget, repeats, context, deadline. */
class StopTest {

    private static final Reply ANSWER = Reply.text("4");
    private static final Script ANSWERING =
            scene -> {
                if (scene.request().until() == Until.END_OF_SEQUENCE) {
                    return ANSWER;
                }
                throw new AssertionError("large was asked for a step");
            };

    /** Every step of small is one of these, over and over; large only answers. */
    private static Route looping(String... steps) {
        return Route.of(ScriptedEngine.looping(steps), ScriptedEngine.of(ANSWERING));
    }

    /** Every step of small is new and has three tokens. */
    private static Route endless() {
        return Route.of(
                ScriptedEngine.of(scene -> Reply.tokens("Step ", "" + scene.call(), "\n\n")),
                ScriptedEngine.of(ANSWERING));
    }

    @Test
    void theBudgetIsUsedUpAndNotOvershot() {
        Route route = endless().with(RouterConfig.DEFAULT.withBudget(10));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.BUDGET);
        assertThat(result.reasoning().tokens()).isEqualTo(10);
        assertThat(result.reasoning().steps()).hasSize(4);
        Step last = result.reasoning().steps().getLast();
        assertThat(last.text()).isEqualTo("Step ");
        assertThat(last.ending()).isEqualTo(Ending.LENGTH);
        assertThat(route.small.calls(Call.Generate.class))
                .extracting(call -> call.request().maxTokens())
                .containsExactly(10, 7, 4, 1);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aReasoningClosedWithItsLastTokenIsFinished() {
        Route route =
                Route.of(List.of(Reply.tokens("a", "b", "</think>")), List.of(ANSWER))
                        .with(RouterConfig.DEFAULT.withBudget(3));

        assertThat(route.ask().stop()).isEqualTo(Stop.FINISHED);
    }

    @Test
    void twoEqualStepsEndItOnceThereAreThree() {
        Route route = looping("Again.\n\n");

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
        assertThat(result.reasoning().steps()).hasSize(3);
        route.heard.check();
    }

    @Test
    void aCycleOfEightStepsIsFoundTheSecondTime() {
        String[] steps = new String[8];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = "Step " + i + ".\n\n";
        }

        Result result = looping(steps).ask();

        assertThat(result.stop()).isEqualTo(Stop.REPEATED);
        assertThat(result.reasoning().steps()).hasSize(16);
    }

    @Test
    void aFullContextEndsTheReasoningAndLeavesRoomForTheAnswer() {
        Route route = endless();
        route.large = route.large.withContext(100);

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(result.answer()).isEqualTo("4");
        assertThat(result.ending()).isEqualTo(Ending.END_OF_SEQUENCE);
        assertThat(result.reasoning().tokens()).isGreaterThan(10);
        route.heard.check();
    }

    @Test
    void theSmallContextEndsTheReasoningToo() {
        Route route = endless();
        route.small = route.small.withContext(100);

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.CONTEXT);
        assertThat(result.reasoning().tokens()).isBetween(60, 84);
    }

    @Test
    void anAnswerMayFillWhatTheReasoningLeft() {
        Route route = Route.of(List.of(Reply.text("</think>")), List.of(Reply.endless(" more")));
        route.large = route.large.withContext(100);

        Result result = route.ask();

        assertThat(result.ending()).isEqualTo(Ending.LENGTH);
        assertThat(Route.used(result, LARGE).generatedTokens()).isBetween(60L, 90L);
    }

    @Test
    void anExplicitBudgetBeyondTheContextIsAnError() {
        Route route = endless().with(RouterConfig.DEFAULT.withBudget(8192));
        route.large = route.large.withContext(4096);

        assertThatThrownBy(route::ask)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("8192")
                .hasMessageContaining("Lower the budget");
        assertThat(route.heard.kinds()).containsExactly("Started", "Failed");
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 80})
    void anExplicitBudgetIsEitherRefusedOrReached(int budget) {
        Route route = endless().with(RouterConfig.DEFAULT.withBudget(budget).withAnswerLimit(4));
        int head = 9;
        for (int context = head + budget; context < head + budget + 60; context++) {
            route.large = route.large.withContext(context);
            try {
                assertThat(route.ask().stop()).as("context " + context).isEqualTo(Stop.BUDGET);
            } catch (RequestException refused) {
                assertThat(context).isLessThan(head + budget + 4 + 20);
            }
        }
    }

    @Test
    void aSmallModelNeedsNoRoomForTheAnswer() {
        Route route = endless().with(RouterConfig.DEFAULT.withBudget(100).withAnswerLimit(1000));
        route.small = route.small.withContext(300);
        route.large = route.large.withContext(2000);

        assertThat(route.ask().stop()).isEqualTo(Stop.BUDGET);
    }

    @Test
    void aQuestionThatFillsTheContextIsAnError() {
        Route route = endless();
        route.large = route.large.withContext(30);

        assertThatThrownBy(route::ask)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("Shorten it");
    }

    @Test
    void theDeadlineEndsTheReasoningKeepsThePartialStepAndTheAnswerFollows() {
        Route route =
                Route.of(
                                List.of(
                                        Reply.text("One.\n\n"),
                                        Reply.text("two three four.\n\n")
                                                .pace(Duration.ofSeconds(1))),
                                List.of(ANSWER.pace(Duration.ofSeconds(5))))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofMillis(2500)));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(route.texts()).containsExactly("One.\n\n", "two three");
        assertThat(result.reasoning().steps().getLast().ending()).isEqualTo(Ending.CANCELLED);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
        assertThat(route.time.alarms()).isZero();
    }

    @Test
    void aDeadlineInTheGlimpseLeavesNoStepAndNoMissingProbe() {
        Route route =
                Route.of(
                                List.of(
                                        Reply.text("One.\n\n"),
                                        Reply.text("Two.\n\n")
                                                .entropy(3)
                                                .after(Duration.ofSeconds(9))),
                                List.of(ANSWER))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofSeconds(3)));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(route.texts()).containsExactly("One.\n\n");
        assertThat(Route.used(result, SMALL).missingProbes()).isZero();
        assertThat(route.large.calls(Call.Generate.class)).hasSize(1);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aDeadlineBeforeLargesFirstTokenLeavesNoEmptyStep() {
        Route route =
                Route.of(
                                List.of(Reply.text("One.\n\n").entropy(3)),
                                List.of(
                                        Reply.text("Two.\n\n").after(Duration.ofSeconds(9)),
                                        ANSWER))
                        .with(RouterConfig.DEFAULT.withDeadline(Duration.ofSeconds(3)));

        Result result = route.ask();

        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(result.reasoning().steps()).isEmpty();
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aDeadlineBetweenStepsStartsNoOther() {
        Route route = endless().with(RouterConfig.DEFAULT.withDeadline(Duration.ofSeconds(3)));

        Result result =
                route.ask(
                        event -> {
                            if (event instanceof RouteEvent.StepWritten) {
                                route.time.advance(Duration.ofSeconds(2));
                            }
                        });

        assertThat(result.stop()).isEqualTo(Stop.DEADLINE);
        assertThat(result.reasoning().steps()).hasSize(2);
        assertThat(route.small.calls(Call.Generate.class)).hasSize(2);
    }

    @Test
    void theDeadlineOfOneQuestionIsNotTheNextOnes() {
        Route route = endless().with(RouterConfig.DEFAULT.withDeadline(Duration.ofSeconds(3)));
        route.with(
                new RouterConfig(
                        Sampling.DEFAULT,
                        512,
                        30,
                        false,
                        16,
                        RepeatDetector.DEFAULT,
                        Optional.of(Duration.ofSeconds(3)),
                        0,
                        0,
                        LargeDown.FAIL,
                        GlimpseBy.STREAM,
                        Mode.CLEAN,
                        false,
                        false,
                        false));
        route.ask();
        route.time.advance(Duration.ofSeconds(10));

        assertThat(route.ask().stop()).isEqualTo(Stop.BUDGET);
    }
}
