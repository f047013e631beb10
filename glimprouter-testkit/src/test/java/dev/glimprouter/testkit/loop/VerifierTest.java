package dev.glimprouter.testkit.loop;

import static dev.glimprouter.reasoning.Writer.LARGE;
import static dev.glimprouter.reasoning.Writer.SMALL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.testkit.Call;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each verifier makes of a draft. */
class VerifierTest extends DraftTestBase {

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
}
