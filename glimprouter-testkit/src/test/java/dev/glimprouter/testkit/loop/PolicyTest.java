package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.Result;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.strategy.RandomRate;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What each policy makes of a question: calls, decisions and tokens, worked out by hand. */
class PolicyTest {

    /** "Be brief." and "What is two and two?" and "<think>" and a newline. */
    private static final int HEAD = 2 + 5 + 2;

    /** A newline, the close tag and a blank line. */
    private static final int CLOSING = 3;

    private static final Reply END = Reply.text("End.</think>");
    private static final Reply ANSWER = Reply.text("It is 4");

    private static Route route(String expression, List<Reply> small, List<Reply> large) {
        return Route.of(small, large).with(StrategyExpression.parse(expression).strategy());
    }

    private static List<Decision> decisions(Route route) {
        return route.heard.events(RouteEvent.Decided.class).stream()
                .map(RouteEvent.Decided::decision)
                .toList();
    }

    private static List<String> policies(Route route) {
        return decisions(route).stream().map(Decision::policy).toList();
    }

    private static Reply glimpsed(double nats) {
        return Reply.text("x").entropy(nats);
    }

    @Test
    void aPolicyThatIsNotNeededCostsNoGlimpse() {
        Route route =
                route(
                        "opening(1) or glimpse(tau=1.0)",
                        List.of(glimpsed(2), END.entropy(0.5)),
                        List.of(Reply.text("Plan it.\n\n"), Reply.text("Two two.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE, LARGE, SMALL);
        assertThat(policies(route))
                .containsExactly("opening(steps=1)", "glimpse(tau=1.0)", "glimpse(tau=1.0)");
        assertThat(decisions(route).get(1).score()).isCloseTo(2, within(1e-5));
        assertThat(decisions(route).get(2).score()).isCloseTo(0.5, within(1e-5));
        assertThat(route.small.calls())
                .extracting(Route::brief)
                .startsWith(
                        "open",
                        "append Plan it.\n\n",
                        "generate",
                        "next x",
                        "close stream",
                        "append Two two.\n\n",
                        "generate",
                        "next End.");
        Usage small = Route.used(result, SMALL);
        assertThat(small.glimpses()).isEqualTo(2);
        assertThat(small.promptTokens()).as("head, plan, two").isEqualTo(HEAD + 3 + 3);
        assertThat(small.generatedTokens()).as("end and its tag").isEqualTo(2);
        Usage large = Route.used(result, LARGE);
        assertThat(large.promptTokens()).isEqualTo(HEAD + 1 + CLOSING);
        assertThat(large.generatedTokens()).as("plan, two, answer, end").isEqualTo(3 + 3 + 3 + 1);
        route.heard.check();
    }

    @Test
    void theOrderOfPoliciesChangesTheCostAndNotTheWriter() {
        Route route =
                route(
                        "glimpse(tau=1.0) or opening(1)",
                        List.of(glimpsed(0.5), END.entropy(0.5)),
                        List.of(Reply.text("Plan it.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(policies(route)).containsExactly("opening(steps=1)", "glimpse(tau=1.0)");
        assertThat(Route.used(result, SMALL).glimpses()).isEqualTo(2);
        route.heard.check();
    }

    @Test
    void anOpeningAloneNeverGlimpses() {
        Route route =
                route("opening(1)", List.of(END), List.of(Reply.text("Plan it.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(decisions(route))
                .containsExactly(
                        new Decision(LARGE, "opening(steps=1)", 0, 1, true, "opening step"),
                        Decision.fixed(SMALL, "opening(steps=1)", "no opinion"));
        assertThat(route.small.calls(Call.Generate.class))
                .extracting(call -> call.request().distributions())
                .containsExactly(Distributions.NONE);
        assertThat(Route.used(result, SMALL).glimpses()).isZero();
        assertThat(Route.used(result, SMALL).generatedTokens()).isEqualTo(2);
        route.heard.check();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomFollowsItsDrawsAndGlimpsesNever(long seed) {
        Route route = atRandom(seed);

        Result result = route.ask();

        assertThat(route.writers()).hasSize(10);
        for (int i = 0; i < 10; i++) {
            Decision decision = decisions(route).get(i);
            assertThat(decision.policy()).isEqualTo(new RandomRate(0.5, 0).name());
            assertThat(route.writers().get(i)).isEqualTo(decision.score() < 0.5 ? LARGE : SMALL);
        }
        assertThat(Route.used(result, SMALL).glimpses()).isZero();
        Route again = atRandom(seed);
        again.ask();
        assertThat(decisions(again)).isEqualTo(decisions(route));
    }

    /** Ten steps of three tokens each. */
    private static Route atRandom(long seed) {
        return route("random(0.5)", steps("Small"), steps("Large"))
                .with(RouterConfig.DEFAULT.withSeed(seed).withBudget(30));
    }

    private static List<Reply> steps(String name) {
        return IntStream.range(0, 12)
                .mapToObj(i -> Reply.text("%s %d.\n\n".formatted(name, i)))
                .toList();
    }

    @Test
    void overconfidenceLooksBackAtTheGlimpses() {
        Route route =
                route(
                        "overconfidence(below=0.1, steps=2)",
                        List.of(
                                Reply.text("One one.\n\n").entropy(0),
                                glimpsed(0),
                                Reply.text("Three.\n\n").entropy(1),
                                END.entropy(0)),
                        List.of(Reply.text("Two two.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(SMALL, LARGE, SMALL, SMALL);
        assertThat(decisions(route).get(1).score()).isCloseTo(0, within(1e-5));
        assertThat(decisions(route).get(1).threshold()).isEqualTo(0.1);
        assertThat(decisions(route).get(2).reason()).isEqualTo("no opinion");
        Usage small = Route.used(result, SMALL);
        assertThat(small.glimpses()).isEqualTo(4);
        assertThat(small.generatedTokens()).as("one, three, end").isEqualTo(3 + 2 + 2);
        assertThat(small.promptTokens()).isEqualTo(HEAD + 3);
        assertThat(Route.used(result, LARGE).promptTokens())
                .as("head and one; three, end and the closing")
                .isEqualTo(HEAD + 3 + 2 + 1 + CLOSING);
        route.heard.check();
    }

    @Test
    void aRepeatedStepCallsLargeBeforeTheCycleIsWhole() {
        Route route =
                route(
                        "loop",
                        List.of(
                                Reply.text("Add.\n\n"),
                                Reply.text("Check.\n\n"),
                                Reply.text("Add.\n\n"),
                                END),
                        List.of(Reply.text("New way.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(SMALL, SMALL, SMALL, LARGE, SMALL);
        assertThat(decisions(route).get(3))
                .isEqualTo(
                        new Decision(
                                LARGE,
                                "loop(within=8, hesitations=2)",
                                2,
                                8,
                                true,
                                "the last step is a repeat"));
        assertThat(Route.used(result, SMALL).glimpses()).isZero();
        assertThat(Route.used(result, SMALL).generatedTokens()).isEqualTo(2 + 2 + 2 + 2);
        route.heard.check();
    }

    @Test
    void aMixtureComparesProbabilities() {
        Route route =
                route(
                        "mixture(0.5, 0.2, 1.5, 0.2, 0.5, posterior=0.9)",
                        List.of(
                                Reply.text("One one.\n\n").entropy(1.0),
                                glimpsed(1.25),
                                END.entropy(0)),
                        List.of(Reply.text("Two two.\n\n"), ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(SMALL, LARGE, SMALL);
        assertThat(decisions(route).get(0).score())
                .as("in the middle")
                .isCloseTo(0.5, within(1e-3));
        assertThat(decisions(route).get(1).score())
                .as("0.25 / 0.04 in the exponent")
                .isCloseTo(1 / (1 + Math.exp(-6.25)), within(1e-3));
        assertThat(decisions(route)).extracting(Decision::threshold).containsOnly(0.9);
        assertThat(Route.used(result, SMALL).glimpses()).isEqualTo(3);
        assertThat(Route.used(result, SMALL).generatedTokens()).isEqualTo(3 + 2);
        route.heard.check();
    }

    /** The share of uncertain steps: 0.5, 0.25, then 0.625, 0.8125, then 0.40625, 0.203125. */
    @Test
    void hysteresisCarriesOverFromStepToStep() {
        Route route =
                route(
                        "hysteresis(tau=1, high=0.7, low=0.3, momentum=0.5)",
                        List.of(
                                glimpsed(0),
                                Reply.text("Two.\n\n").entropy(0),
                                Reply.text("Three.\n\n").entropy(2),
                                glimpsed(2),
                                glimpsed(0),
                                END.entropy(0)),
                        List.of(
                                Reply.text("One.\n\n"),
                                Reply.text("Four.\n\n"),
                                Reply.text("Five.\n\n"),
                                ANSWER));

        Result result = route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL, SMALL, LARGE, LARGE, SMALL);
        assertThat(decisions(route))
                .extracting(Decision::score)
                .containsExactly(0.5, 0.25, 0.625, 0.8125, 0.40625, 0.203125);
        assertThat(decisions(route))
                .extracting(Decision::threshold)
                .containsExactly(0.3, 0.3, 0.7, 0.7, 0.3, 0.3);
        assertThat(Route.used(result, SMALL).glimpses()).isEqualTo(6);
        assertThat(result.reasoning().tokensBy(LARGE)).isEqualTo(3 * 2);
        route.heard.check();
    }

    /**
     * With a rate of a half and one step of slack, large is behind by 0, 0.5 and 1 steps; the third
     * step is large's whatever its entropy. Each question hears the same replies from the start.
     */
    @Test
    void aTargetShareCountsOnFromQuestionToQuestion() {
        Route route =
                route(
                        "target-share(0.5, slack=1)",
                        List.of(Reply.text("One.\n\n").entropy(0), END.entropy(0)),
                        List.of(Reply.text("Three.\n\n"), ANSWER));

        assertThat(route.ask().reasoning().stepsBy(LARGE)).isZero();
        Route second = route.with(route.question.withId("second"));
        assertThat(second.ask().reasoning().steps())
                .extracting(Step::writer)
                .containsExactly(LARGE, SMALL);
        assertThat(decisions(route))
                .extracting(Decision::threshold)
                .containsExactly(1.0, 1.0, 0.0, 1.0);
    }

    @Test
    void aNamedDomainHasItsOwnThreshold() {
        Route route =
                route(
                        "domain(maths=0.2, is=maths)",
                        List.of(glimpsed(0.5), END.entropy(0.1)),
                        List.of(Reply.text("One one.\n\n"), ANSWER));

        route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(decisions(route)).extracting(Decision::threshold).containsOnly(0.2);
        assertThat(decisions(route).getFirst().reason()).isEqualTo("maths: H_init >= tau");
        route.heard.check();
    }

    @Test
    void aStepThatWasThrownAwayDoesNotCount() {
        Route route =
                route(
                        "target-share(0.5, slack=1)",
                        List.of(Reply.text(" \n\n").entropy(0), END.distribution(Optional.empty())),
                        List.of(Reply.text("One.\n\n"), ANSWER));

        route.ask();

        assertThat(route.writers()).containsExactly(LARGE, SMALL);
        assertThat(decisions(route).getFirst().writer()).isEqualTo(SMALL);
        assertThat(decisions(route).getLast().reason()).isEqualTo("no probe, and large is ahead");
    }
}
