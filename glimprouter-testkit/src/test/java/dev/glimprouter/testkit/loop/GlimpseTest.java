package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Cue;
import dev.glimprouter.testkit.Distributions;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who writes a step, and what that costs in calls. */
class GlimpseTest {

    private static final Reply FIRST = Reply.text("Add two.\n\n");
    private static final Reply LAST = Reply.text("So four.</think>");
    private static final Reply ANSWER = Reply.text("\\boxed{4}");

    private static Route glimpsing(double nats) {
        return Route.of(
                List.of(FIRST.entropy(nats), LAST.entropy(0)),
                List.of(Reply.text("By large.\n\n"), ANSWER));
    }

    private static Route threshold(Route route, double tau) {
        return route.with(new ProbeThenDispatch(new EntropyThreshold(tau)));
    }

    @Test
    void smallWritesWhereItsFirstTokenIsCertain() {
        Route route = Route.of(List.of(FIRST.entropy(0.4), LAST), List.of(ANSWER));

        Result result = route.ask();

        assertThat(result.answer()).isEqualTo("\\boxed{4}");
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(route.writers()).containsExactly(SMALL, SMALL);
        assertThat(route.texts()).containsExactly("Add two.\n\n", "So four.");
        route.heard.check();
    }

    @Test
    void largeWritesWhereSmallIsUncertain() {
        Route route = glimpsing(2.5);

        route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(route.texts()).containsExactly("By large.\n\n", "So four.");
        route.heard.check();
    }

    @Test
    void aTieGoesToLarge() {
        double tie =
                FIRST.entropy(1.5).cues().iterator().next() instanceof Cue.Word word
                        ? word.distribution().orElseThrow().entropy().nats()
                        : Double.NaN;
        Route route = threshold(glimpsing(1.5), tie);

        route.ask();

        assertThat(route.writers()).first().isEqualTo(LARGE);
        Decision decision = route.heard.events(RouteEvent.Decided.class).getFirst().decision();
        assertThat(decision.score()).isEqualTo(decision.threshold());
        assertThat(decision.certain()).isTrue();
    }

    @Test
    void justBelowATieSmallWrites() {
        Route route = threshold(glimpsing(1.5), 1.5 + 1e-4);

        route.ask();

        assertThat(route.writers()).first().isEqualTo(SMALL);
    }

    @Test
    void aMissingProbeGoesToLargeAndIsCounted() {
        Route route =
                Route.of(
                        List.of(FIRST.distribution(Optional.empty()), LAST.entropy(0)),
                        List.of(Reply.text("By large.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(Route.used(result, SMALL).missingProbes()).isEqualTo(1);
        assertThat(Route.used(result, SMALL).glimpses()).isEqualTo(2);
        Decision decision = route.heard.events(RouteEvent.Decided.class).getFirst().decision();
        assertThat(decision.certain()).isFalse();
        assertThat(decision.score()).isNaN();
        route.heard.check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -9999})
    void aProbeOfFloorValuesIsMissing(double floor) {
        TopDistribution blank = new TopDistribution(new double[] {floor, floor}, 1000);
        Route route =
                Route.of(
                        List.of(FIRST.distribution(Optional.of(blank)), LAST.entropy(0)),
                        List.of(Reply.text("By large.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(Route.used(result, SMALL).missingProbes()).isEqualTo(1);
        assertThat(route.heard.events(RouteEvent.Glimpsed.class).getFirst().probe()).isEmpty();
        route.heard.check();
    }

    @Test
    void tauZeroSendsEveryStepToLargeEvenIfSmallIsCertain() {
        Route route =
                threshold(
                        Route.of(
                                List.of(FIRST, LAST),
                                List.of(
                                        Reply.text("One.\n\n"),
                                        Reply.text("Two.</think>"),
                                        ANSWER)),
                        0);

        route.ask();

        assertThat(route.writers()).containsExactly(LARGE, LARGE);
    }

    @Test
    void tauInfinityKeepsEveryStepWithSmallEvenWithoutAProbe() {
        Route route =
                threshold(
                        Route.of(
                                List.of(
                                        FIRST.distribution(Optional.of(Distributions.uniform())),
                                        Reply.text("Go on.\n\n").distribution(Optional.empty()),
                                        LAST),
                                List.of(ANSWER)),
                        Double.POSITIVE_INFINITY);

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(SMALL, SMALL, SMALL);
        assertThat(result.reasoning().interventionRate()).isZero();
        route.heard.check();
    }

    @Test
    void aDecisionWithinTheBoundsIsMarkedUncertain() {
        double[] half = {Math.log(0.25), Math.log(0.25)};
        Reply seenInPart = FIRST.distribution(Optional.of(new TopDistribution(half, 1000)));
        Route route = Route.of(List.of(seenInPart, LAST), List.of(ANSWER));

        route.ask();

        Decision decision = route.heard.events(RouteEvent.Decided.class).getFirst().decision();
        assertThat(decision.writer()).isEqualTo(SMALL);
        assertThat(decision.score()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(decision.certain()).isFalse();
    }

    @Test
    void theDecisionIsPartOfTheStep() {
        Route route = glimpsing(2.5);

        Result result = route.ask();

        assertThat(result.reasoning().steps())
                .extracting(step -> step.decision().orElseThrow())
                .isEqualTo(
                        route.heard.events(RouteEvent.Decided.class).stream()
                                .map(RouteEvent.Decided::decision)
                                .toList());
    }

    @Test
    void aSmallStepIsOneStreamThatGoesOnFromTheGlimpsedToken() {
        Route route = Route.of(List.of(FIRST.entropy(0.4), LAST), List.of(ANSWER));

        route.ask();

        assertThat(route.small.calls().subList(0, 8))
                .extracting(Route::brief)
                .containsExactly(
                        "open",
                        "generate",
                        "next Add",
                        "next  two.",
                        "next \n\n",
                        "next -",
                        "close stream",
                        "append Add two.\n\n");
        assertThat(route.small.calls(Call.Generate.class)).hasSize(2);
    }

    @Test
    void theGlimpseIsClosedBeforeLargeIsAsked() {
        List<String> order = new ArrayList<>();
        Reply large = Reply.tokens().then(() -> order.add("large"));
        Route route =
                Route.of(
                        List.of(FIRST.entropy(2.5), LAST),
                        List.of(large.thenTokens("By large.\n\n"), ANSWER));

        route.ask(
                event -> {
                    if (event instanceof RouteEvent.Decided) {
                        order.add("decided after " + route.small.calls().size() + " calls");
                    }
                });

        assertThat(order).startsWith("decided after 3 calls", "large");
        assertThat(route.small.calls().subList(0, 5))
                .extracting(Route::brief)
                .containsExactly(
                        "open", "generate", "next Add", "close stream", "append By large.\n\n");
    }

    @Test
    void onlyTheGlimpseAsksForADistribution() {
        Route route = glimpsing(2.5);

        route.ask();

        assertThat(route.small.calls(Call.Generate.class))
                .extracting(call -> call.request().distributions())
                .containsOnly(Generation.Distributions.FIRST);
        assertThat(route.large.calls(Call.Generate.class))
                .extracting(call -> call.request().distributions())
                .containsOnly(Generation.Distributions.NONE);
    }

    @Test
    void bothSessionsGetEveryStepAndOnlyTheAnswererTheClosing() {
        Route route = glimpsing(2.5);

        route.ask();

        assertThat(route.small.calls(Call.Append.class))
                .extracting(Call.Append::text)
                .containsExactly("By large.\n\n", "So four.");
        assertThat(route.large.calls(Call.Append.class))
                .extracting(Call.Append::text)
                .containsExactly("By large.\n\n", "So four.", "\n</think>\n\n");
    }

    @Test
    void stepsStopAtBlankLinesAndTheAnswerAtItsEndOnly() {
        Route route = glimpsing(2.5);

        route.ask();

        assertThat(route.large.calls(Call.Generate.class))
                .extracting(call -> call.request().until())
                .containsExactly(Until.STEP, Until.END_OF_SEQUENCE);
        assertThat(route.small.calls(Call.Generate.class))
                .extracting(call -> call.request().until())
                .containsExactly(Until.STEP, Until.STEP);
    }

    @Test
    void theGlimpseCostsNoDecodedTokenWhenLargeWrites() {
        Result result = glimpsing(2.5).ask();

        assertThat(Route.used(result, SMALL).discardedTokens()).isZero();
    }

    @Test
    void onAServerTheGlimpsedTokenCountsAsDiscarded() {
        Route route = glimpsing(2.5);
        route.small = route.small.upstream();

        Result result = route.ask();

        assertThat(Route.used(result, SMALL).discardedTokens()).isEqualTo(1);
    }

    @Test
    void sessionsAreClosedAtTheEnd() {
        Route route = glimpsing(2.5);

        route.ask();

        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
        assertThat(route.time.alarms()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, Double.NEGATIVE_INFINITY})
    void tauMustBeANumberFromZero(double tau) {
        assertThatThrownBy(() -> new EntropyThreshold(tau))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("tau");
    }
}
