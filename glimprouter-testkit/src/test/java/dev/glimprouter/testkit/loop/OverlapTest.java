package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Large works while small does, worked out by hand. */
class OverlapTest {

    private static final RouterConfig AHEAD = RouterConfig.DEFAULT.withAhead(true);
    private static final RouterConfig RACE = RouterConfig.DEFAULT.withRace(true);

    /** Ten words of ten characters each, the space before them included. */
    private static final String TEN = " aaaaaaaaa".repeat(10);

    private static final double[] DOUBTS = DoubleStream.generate(() -> 2).limit(12).toArray();

    private static final Reply SURE = Reply.text("One." + TEN + TEN + "\n\n").entropy(0.2);
    private static final Reply SHORT = Reply.text("Two.\n\n").entropy(0.2);
    private static final Reply UNSURE = Reply.text("Hm.\n\n").entropy(2);
    private static final Reply LAST = Reply.text("So four.</think>");
    private static final Reply ANSWER = Reply.text("4");

    private static List<String> calls(ScriptedEngine engine) {
        return engine.calls().stream().map(Route::brief).toList();
    }

    private static Set<String> hints(ScriptedEngine engine) {
        return engine.calls().stream()
                .filter(Call.Prefill.class::isInstance)
                .map(Route::brief)
                .collect(Collectors.toSet());
    }

    @Test
    void largeReadsWhatSmallIsWriting() {
        Route plain = Route.of(List.of(SURE, UNSURE), List.of(LAST, ANSWER));
        Route route = Route.of(List.of(SURE, UNSURE), List.of(LAST, ANSWER)).with(AHEAD);
        Result without = plain.ask();
        Result result = route.ask();

        assertThat(hints(route.large))
                .as("after 96 characters each, up to a space, and at the step's end")
                .containsExactlyInAnyOrder(
                        "prefill One." + " aaaaaaaaa".repeat(9),
                        "prefill One." + " aaaaaaaaa".repeat(18),
                        "prefill");
        Usage large = Route.used(result, LARGE);
        assertThat(large.overlapping()).isEqualTo(new Overlapping(2, 19, 0, 0, 0, 0));
        assertThat(large.cachedTokens()).as("what was read ahead").isEqualTo(19);
        assertThat(large.promptTokens())
                .as("nothing is read twice")
                .isEqualTo(Route.used(without, LARGE).promptTokens());
        assertThat(result.reasoning().text()).isEqualTo(without.reasoning().text());
        assertThat(route.writers()).containsExactly(SMALL, LARGE);
        route.heard.check();
    }

    @Test
    void whatIsReadOfARejectedDraftIsWasted() {
        Reply draft = Reply.signed("One." + TEN + " no.\n\n", DOUBTS);
        Reply step = Reply.text("Four.</think>");
        Route route =
                Route.of(List.of(draft), List.of(step, ANSWER))
                        .with(StrategyExpression.parse("hstep(tau=0.5)").strategy())
                        .with(AHEAD);
        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE);
        assertThat(Route.used(result, LARGE).overlapping())
                .isEqualTo(new Overlapping(1, 10, 10, 0, 0, 0));
        route.heard.check();
    }

    @Test
    void aStepOfLargeIsNotHinted() {
        Route route = Route.of(List.of(UNSURE), List.of(LAST, ANSWER)).with(AHEAD);
        Result result = route.ask();

        assertThat(hints(route.large)).isEmpty();
        assertThat(Route.used(result, LARGE).overlapping()).isEqualTo(Overlapping.NONE);
    }

    @Test
    void aRaceIsLostWhereSmallWritesAndWonWhereItDoesNot() {
        Reply inVain = Reply.text("Never seen.\n\n");
        Route route = Route.of(List.of(SHORT, UNSURE), List.of(inVain, LAST, ANSWER)).with(RACE);
        route.large = route.large.upstream();
        Result result = route.ask();

        assertThat(route.texts()).containsExactly("Two.\n\n", "So four.");
        assertThat(route.writers()).containsExactly(SMALL, LARGE);
        assertThat(calls(route.large))
                .containsSubsequence(
                        "open",
                        "generate",
                        "close stream",
                        "append Two.\n\n",
                        "generate",
                        "next So",
                        "next  four.");
        assertThat(route.heard.events(RouteEvent.Overlapped.class))
                .extracting(RouteEvent.Overlapped::overlapping)
                .first()
                .matches(lost -> lost.races() == 1 && lost.lostRaces() == 1);
        Usage large = Route.used(result, LARGE);
        assertThat(large.overlapping().races()).isEqualTo(2);
        assertThat(large.overlapping().lostRaces()).isEqualTo(1);
        assertThat(large.discardedTokens()).isEqualTo(large.overlapping().lostTokens());
        assertThat(large.generatedTokens()).as("step and answer").isEqualTo(3 + 2);
        route.heard.check();
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true"})
    void theTextIsTheSame(boolean ahead, boolean race) {
        for (long seed = 0; seed < 20; seed++) {
            RouterConfig rules =
                    RouterConfig.DEFAULT.withSeed(seed).withBudget(200).withAnswerLimit(20);
            Result plain = babble().with(rules).ask();
            Route overlapping = babble().with(rules.withAhead(ahead).withRace(race));
            Result result = overlapping.ask();

            assertThat(result.reasoning().text())
                    .as("seed %d", seed)
                    .isEqualTo(plain.reasoning().text());
            assertThat(result.answer()).isEqualTo(plain.answer());
            overlapping.heard.check();
        }
    }

    private static Route babble() {
        return Route.of(ScriptedEngine.babbling(), ScriptedEngine.babbling())
                .with(StrategyExpression.parse("glimpse(tau=3.35)").strategy());
    }

    @Test
    void aRaceThatFailsDoesNotConcernSmall() {
        Reply broken = Reply.failure(new RetryableException("large is away"));
        Route route =
                Route.of(
                                List.of(SHORT, SHORT, Reply.text("Three.</think>").entropy(0.1)),
                                List.of(broken, broken, broken, ANSWER))
                        .with(RACE);
        Result result = route.ask();

        assertThat(route.writers()).containsExactly(SMALL, SMALL, SMALL);
        assertThat(result.answer()).isEqualTo("4");
        route.heard.check();
    }

    @Test
    void aCancelledQuestionEndsItsRace() {
        Route route = Route.of(List.of(Reply.silence()), List.of(Reply.silence())).with(RACE);
        Thread.ofVirtual()
                .start(
                        () -> {
                            route.small.awaitSilence();
                            route.large.awaitSilence();
                            route.cancellation.cancel();
                        });
        assertThatThrownBy(route::ask).isInstanceOf(CancelledException.class);
        assertThat(route.large.openSessions()).isZero();
        route.heard.check();
    }

    @Test
    void whatCannotOverlapIsRefused() {
        refused("hstep", RACE, "--race needs a strategy that decides before a step");
        refused("small", AHEAD, "--ahead needs two models");
        refused("large-steps", RACE, "--race needs two models");
    }

    private static void refused(String strategy, RouterConfig config, String message) {
        Route route =
                Route.of(List.of(SHORT), List.of(LAST, ANSWER))
                        .with(StrategyExpression.parse(strategy).strategy())
                        .with(config);
        assertThatThrownBy(route::ask)
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(message);
    }

    @Test
    void modelsThatShareTheProcessorAreRefused() {
        TokenRoute route =
                new TokenRoute(
                        TokenRoute.writing("abc</think>"),
                        TokenRoute.writing("abc</think>"),
                        StrategyExpression.parse("glimpse").strategy());
        assertThatThrownBy(() -> route.ask(TokenRoute.GREEDY.withAhead(true)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("both compute on this processor");
    }
}
