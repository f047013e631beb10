package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.event.Judging;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyExpression;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts that are kept or thrown away, worked out by hand. */
class DraftTest {

    private static final Reply ONE = Reply.text("One one.\n\n");
    private static final Reply TWO = Reply.text("Two.\n\n");
    private static final Reply LAST = Reply.text("So four.</think>");
    private static final Reply ANSWER = Reply.text("4");
    private static final Reply YES = Reply.opinion(Map.of(" Yes", 0.7, " no", 0.2, " so", 0.1));
    private static final Reply NO = Reply.opinion(Map.of(" Yes", 0.1, " No", 0.9));

    private final RetryableException gone = new RetryableException("nobody answers");

    private static Route route(String strategy, ScriptedEngine small, ScriptedEngine large) {
        return Route.of(small, large).with(StrategyExpression.parse(strategy).strategy());
    }

    /** The opinions are large's. */
    private static Route route(
            String strategy, List<Reply> small, List<Reply> large, Reply... opinions) {
        return route(strategy, engine(small), engine(large, opinions));
    }

    private static ScriptedEngine engine(List<Reply> replies, Reply... opinions) {
        return ScriptedEngine.of(Script.of(replies.toArray(Reply[]::new)).answering(opinions));
    }

    private static List<String> kindsOfStep(Route route, int step) {
        return route.heard.events().stream()
                .filter(event -> event.step() == step)
                .map(event -> event.getClass().getSimpleName())
                .filter(kind -> !kind.equals("Prefilled") && !kind.equals("Started"))
                .distinct()
                .toList();
    }

    private static List<String> calls(ScriptedEngine engine) {
        return engine.calls().stream().map(Route::brief).toList();
    }

    private static List<Decision> decisions(Route route) {
        return route.heard.events(RouteEvent.Decided.class).stream()
                .map(RouteEvent.Decided::decision)
                .toList();
    }

    private static List<Verdict> verdicts(Route route) {
        return route.heard.events(RouteEvent.Judged.class).stream()
                .map(RouteEvent.Judged::verdict)
                .toList();
    }

    @Test
    void largeRatesEachDraftAndRewritesTheBadOnes() {
        Route route =
                route(
                        "specreason",
                        List.of(ONE, Reply.text("Wrong two.\n\n"), LAST),
                        List.of(TWO, ANSWER),
                        Reply.text("8"),
                        Reply.text("6"),
                        Reply.text("7"));

        Result result = route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(SMALL, LARGE, SMALL);
        assertThat(route.texts()).containsExactly("One one.\n\n", "Two.\n\n", "So four.");
        assertThat(result.answer()).isEqualTo("4");
        assertThat(kindsOfStep(route, 0))
                .containsExactly("Delta", "Drafted", "Judged", "Decided", "StepWritten");
        assertThat(kindsOfStep(route, 1))
                .containsExactly(
                        "Delta", "Drafted", "Judged", "Decided", "Rejected", "StepWritten");
        assertThat(decisions(route).get(1))
                .isEqualTo(
                        new Decision(
                                LARGE,
                                "specreason(threshold=7.0, scoring=greedy, opening=0)",
                                6,
                                7,
                                true,
                                "score < threshold"));
        assertThat(route.heard.reasoning().steps().get(1).attempt()).isEqualTo(1);
        assertThat(route.small.openSessions() + route.large.openSessions()).isZero();
    }

    @Test
    void theCallsOfARejectionInOrder() {
        Route route = route("specreason", List.of(ONE), List.of(LAST, ANSWER), Reply.text("0"));

        route.ask();

        assertThat(calls(route.small))
                .containsExactly(
                        "open",
                        "generate",
                        "next One",
                        "next  one.",
                        "next \n\n",
                        "next -",
                        "close stream",
                        "append So four.",
                        "close");
        assertThat(calls(route.large))
                .containsExactly(
                        "open",
                        "branch",
                        "append One one.\n\n",
                        "ask",
                        "generate",
                        "next 0",
                        "close stream",
                        "close",
                        "generate",
                        "next So",
                        "next  four.",
                        "next ",
                        "next -",
                        "close stream",
                        "append So four.",
                        "append \n</think>\n\n",
                        "generate",
                        "next 4",
                        "next ",
                        "next -",
                        "close stream",
                        "close");
        assertThat(route.large.calls(Call.Ask.class).getFirst().aside().opening())
                .isEqualTo("Score: ");
    }

    @Test
    void whatWasThrownAwayAndWhatJudgingCostIsCounted() {
        Route route = route("specreason", List.of(ONE), List.of(LAST, ANSWER), Reply.text("0"));

        Result result = route.ask();

        Usage small = Route.used(result, SMALL);
        assertThat(small.generatedTokens()).isEqualTo(3);
        assertThat(small.discardedTokens()).isEqualTo(3);
        assertThat(route.heard.last(RouteEvent.Rejected.class).tokens()).isEqualTo(3);
        Usage large = Route.used(result, LARGE);
        assertThat(large.generatedTokens()).as("step, answer, its end").isEqualTo(3 + 1 + 1);
        Judging judging = large.judging();
        assertThat(judging.verdicts()).isEqualTo(1);
        assertThat(judging.generatedTokens()).isEqualTo(1);
        assertThat(judging.promptTokens()).isBetween(20L, 90L);
        int head = 9;
        int close = 3;
        assertThat(large.promptTokens()).isEqualTo(judging.promptTokens() + head + close);
    }

    @ParameterizedTest
    @CsvSource({"7, true", "' 9', true", "6, false", "high, false", "12, false"})
    void aGreedyScoreIsTheDigitAndAnythingElseIsZero(String said, boolean kept) {
        Route route = route("specreason", List.of(LAST), List.of(LAST, ANSWER), Reply.tokens(said));

        route.ask();

        assertThat(verdicts(route).getFirst().accepted()).isEqualTo(kept);
    }

    @Test
    void anAverageScoreIsTheMeanOfTheDigits() {
        Reply opinion = Reply.opinion(Map.of("9", 0.3, " 5", 0.1, "great", 0.6));
        Route route = route("specreason(scoring=average)", List.of(LAST), List.of(ANSWER), opinion);

        route.ask();

        assertThat(verdicts(route).getFirst().score()).isCloseTo(8, within(1e-9));
        assertThat(route.writers()).containsExactly(SMALL);
    }

    @Test
    void anAverageOfNothingIsARejection() {
        Route route =
                route(
                        "specreason(scoring=average)",
                        List.of(LAST, LAST),
                        List.of(ONE, LAST, ANSWER),
                        Reply.tokens("9").distribution(Optional.empty()),
                        Reply.opinion(Map.of("good", 1.0)));

        route.ask();

        route.heard.check();
        assertThat(verdicts(route))
                .extracting(Verdict::accepted, Verdict::score, Verdict::reason)
                .containsExactly(
                        tuple(false, Double.NaN, "no distribution"),
                        tuple(false, Double.NaN, "no such word among the likeliest"));
    }

    @ParameterizedTest
    @CsvSource({"judge, 0.5", "rsd, 0.7", "judge(0.8), 0.8"})
    void largeSaysYesOrNo(String strategy, double threshold) {
        boolean first = 0.7 / 0.9 >= threshold;
        List<Reply> large = first ? List.of(LAST, ANSWER) : List.of(TWO, LAST, ANSWER);
        Route route = route(strategy, List.of(ONE, LAST), large, YES, NO);

        route.ask();

        route.heard.check();
        double yes = 0.7 / 0.9;
        assertThat(verdicts(route).getFirst().score()).isCloseTo(yes, within(1e-9));
        assertThat(verdicts(route)).extracting(Verdict::accepted).containsExactly(first, false);
        assertThat(verdicts(route).getFirst().threshold()).isEqualTo(threshold);
    }

    @Test
    void smallDecidesWhereItIsSure() {
        Route route =
                route(
                        "confspec",
                        engine(
                                List.of(ONE, TWO, ONE, LAST),
                                Reply.opinion(Map.of(" yes", 0.95, " no", 0.05)),
                                Reply.opinion(Map.of(" yes", 0.05, " no", 0.95)),
                                Reply.opinion(Map.of(" yes", 0.8, " no", 0.2)),
                                Reply.opinion(Map.of(" yes", 0.8, " no", 0.2))),
                        engine(List.of(Reply.text("By large.\n\n"), LAST, ANSWER), YES, NO));

        route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(SMALL, LARGE, SMALL, LARGE);
        assertThat(verdicts(route))
                .extracting(Verdict::reason)
                .containsExactly(
                        "small is sure of it",
                        "small is sure that it is wrong",
                        "small is not sure, large's p(yes) >= threshold",
                        "small is not sure, large's p(yes) < threshold");
        assertThat(route.large.calls(Call.Ask.class)).hasSize(2);
    }

    @Test
    void theMeanEntropyOfAStepDecides() {
        Route route =
                route(
                        "hstep(tau=1)",
                        List.of(
                                Reply.signed("One one.\n\n", 2, 0.5, 0.2),
                                Reply.signed("Two two.\n\n", 2, 0.5, 0.5),
                                Reply.signed("So</think>", 0.1, 0.1)),
                        List.of(TWO, ANSWER));

        route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(SMALL, LARGE, SMALL);
        assertThat(verdicts(route).get(0).score()).isCloseTo(0.9, within(1e-5));
        assertThat(verdicts(route).get(1).score()).isCloseTo(1.0, within(1e-5));
        assertThat(route.large.calls(Call.Branch.class)).isEmpty();
    }

    @Test
    void thePerplexityOfAStepDecides() {
        Route route = route("pplstep(1)", List.of(ONE, LAST), List.of(LAST, ANSWER));

        route.ask();

        route.heard.check();
        assertThat(verdicts(route).getFirst().score()).isCloseTo(1, within(1e-9));
        assertThat(route.writers()).as("1 is not below 1").containsExactly(LARGE);
    }

    @Test
    void aMissingDistributionIsARejectionWithAReason() {
        Route route =
                route(
                        "hstep",
                        List.of(Reply.text("One.\n\n").distribution(Optional.empty())),
                        List.of(LAST, ANSWER));

        route.ask();

        route.heard.check();
        assertThat(verdicts(route).getFirst().reason()).isEqualTo("a token's entropy is not known");
        assertThat(route.writers()).containsExactly(LARGE);
    }

    @Test
    void falseArithmeticIsWrittenAnew() {
        Route route =
                route(
                        "symbolic",
                        List.of(
                                Reply.text("So 6 * 7 = 42.\n\n"),
                                Reply.text("And 42 + 1 = 44.\n\n"),
                                LAST),
                        List.of(Reply.text("And 42 + 1 = 43.\n\n"), ANSWER));

        route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(SMALL, LARGE, SMALL);
        assertThat(verdicts(route))
                .extracting(Verdict::accepted)
                .containsExactly(true, false, true);
        assertThat(verdicts(route).get(1).reason()).contains("44");
        assertThat(route.large.calls(Call.Ask.class)).isEmpty();
    }

    @Test
    void largeOpensWithoutADraft() {
        Route route = route("judge(opening=2)", List.of(LAST), List.of(ONE, TWO, ANSWER), YES);

        route.ask();

        route.heard.check();
        assertThat(route.writers()).containsExactly(LARGE, LARGE, SMALL);
        assertThat(decisions(route))
                .extracting(Decision::reason)
                .containsExactly("opening step", "opening step", "p(yes) >= threshold");
    }

    @Test
    void aDraftThatOnlyClosesTheReasoningIsKeptWithoutAQuestion() {
        Route route = route("specreason", List.of(Reply.text("</think>")), List.of(ANSWER));

        Result result = route.ask();

        route.heard.check();
        assertThat(result.stop()).isEqualTo(Stop.FINISHED);
        assertThat(route.large.calls(Call.Ask.class)).isEmpty();
    }

    @Test
    void aBlankDraftIsNotWorthAQuestion() {
        Route route =
                route("specreason", List.of(Reply.endless("\n")), List.of(LAST, ANSWER))
                        .with(RouterConfig.DEFAULT.withStepLimit(3));

        route.ask();

        route.heard.check();
        assertThat(decisions(route).getFirst().reason()).isEqualTo("the draft is only white space");
        assertThat(route.heard.last(RouteEvent.Rejected.class).tokens()).isEqualTo(3);
        assertThat(route.writers()).containsExactly(LARGE);
    }

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
