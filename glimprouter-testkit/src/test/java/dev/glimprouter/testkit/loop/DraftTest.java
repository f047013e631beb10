package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.Result;
import dev.glimprouter.event.Judging;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Drafts that are kept or thrown away, worked out by hand. */
class DraftTest extends DraftTestBase {

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
}
