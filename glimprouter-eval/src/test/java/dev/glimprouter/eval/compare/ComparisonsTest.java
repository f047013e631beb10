package dev.glimprouter.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.McNemar;
import dev.glimprouter.eval.statistics.NonInferiority.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What becomes of outcomes. */
class ComparisonsTest {

    private static final ComparisonPlan PLAN = ComparisonPlan.DEFAULT;

    @Test
    void singleRunsAreTestedExactly() {
        Comparison of =
                one(
                        Runs.singles("router", 0.5, "++++++--++"),
                        Runs.singles("large", 1, "+++--+++++"));

        assertThat(of.a().share().value()).isEqualTo(0.8);
        assertThat(of.b().share().value()).isEqualTo(0.8);
        assertThat(of.mcNemar()).contains(new McNemar(2, 2, 1));
        assertThat(of.pValue()).isEqualTo(1);
        assertThat(of.seconds().orElseThrow().value()).isCloseTo(0.5, within(1e-12));
        assertThat(of.tokens())
                .hasEntrySatisfying(
                        "large", ratio -> assertThat(ratio.value()).isCloseTo(0.5, within(1e-12)));
    }

    @Test
    void repeatedRunsAreTestedByT() {
        Comparison of =
                one(
                        Runs.of("router", 1, "++", "+-", "--", "++"),
                        Runs.of("large", 1, "--", "+-", "--", "+"));

        assertThat(of.difference().value()).isEqualTo(0.25);
        assertThat(of.mcNemar()).isEmpty();
        assertThat(of.pValue()).isEqualTo(of.difference().pValue());
    }

    @Test
    void unscoredIsNotWrongAndItsWeightIsShown() {
        Comparison of =
                one(Runs.singles("router", 1, "++++?-?-"), Runs.singles("large", 1, "++++++--"));

        // In the share: questions 0 to 3, 5 and 7.
        assertThat(of.a().share().value()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(of.b().share().value()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(of.a().unscored()).isEqualTo(2);
        assertThat(of.b().unscored()).isZero();
        assertThat(of.leftOut()).isEqualTo(2);
        assertThat(of.bounds()).isEqualTo(new Interval(4 / 8.0 - 6 / 8.0, 6 / 8.0 - 6 / 8.0));
    }

    @Test
    void questionsOfOneSystemAloneAreLeftOut() {
        Comparison of = one(Runs.singles("router", 1, "+-+"), Runs.singles("large", 1, "+-+++"));

        assertThat(of.difference().questions()).isEqualTo(3);
        assertThat(of.leftOut()).isEqualTo(2);
        assertThat(of.seconds().orElseThrow().questions()).isEqualTo(3);
    }

    @Test
    void pValuesAreAdjustedForTheNumberOfComparisons() {
        Outcomes large = Runs.singles("large", 1, "+".repeat(12));
        Comparisons of =
                Comparisons.of(
                        List.of(
                                Runs.singles("small", 1, "-".repeat(8) + "++++"),
                                Runs.singles("random", 1, "-".repeat(6) + "++++++"),
                                Runs.singles("router", 1, "-" + "+".repeat(11))),
                        large,
                        PLAN);

        // Exact: 2 / 2^8, 2 / 2^6, 1; times 3, 2, 1.
        assertThat(of.all().stream().map(Comparison::pValue))
                .containsExactly(2 / 256.0, 2 / 64.0, 1.0);
        assertThat(of.all().stream().map(Comparison::adjustedP))
                .containsExactly(6 / 256.0, 4 / 64.0, 1.0);
    }

    @Test
    void theMarginIsJudgedOnlyWhereItWasStated() {
        Outcomes router = Runs.singles("router", 1, "+".repeat(100));
        Outcomes large = Runs.singles("large", 1, "+".repeat(100));

        assertThat(one(router, large).nonInferiority()).isEmpty();
        assertThat(verdict(router, large, 0.05)).isEqualTo(Verdict.SHOWN);
        assertThat(verdict(router, large, 0.01)).isEqualTo(Verdict.OPEN);
        assertThatThrownBy(() -> PLAN.withMargin(5))
                .hasMessage("a margin is between 0 and 1, not 5.0");
    }

    private static Verdict verdict(Outcomes a, Outcomes b, double margin) {
        return Comparisons.of(List.of(a), b, PLAN.withMargin(margin))
                .all()
                .getFirst()
                .nonInferiority()
                .orElseThrow()
                .verdict();
    }

    @Test
    void whatWasNotTimedHasNoRatio() {
        Outcome untimed =
                new Outcome(
                        "q0", "q0", 0, Mark.RIGHT, OptionalDouble.empty(), Map.of("small", 5.0));

        Comparison of =
                one(new Outcomes("router", List.of(untimed)), Runs.singles("large", 1, "+"));

        assertThat(of.seconds()).isEmpty();
        assertThat(of.tokens())
                .hasEntrySatisfying("large", ratio -> assertThat(ratio.value()).isZero())
                .hasEntrySatisfying("small", ratio -> assertThat(ratio.value()).isInfinite());
        assertThat(of.outlook().detectable()).isInfinite();
    }

    @Test
    void outcomesAreThereOnce() {
        Outcome one = Runs.singles("router", 1, "+").outcomes().getFirst();

        assertThatThrownBy(() -> new Outcomes("router", List.of(one, one)))
                .hasMessage("router: repeat 0 of question q0 twice");
    }

    @Test
    void nothingInCommonCannotBeCompared() {
        assertThatThrownBy(() -> one(Runs.singles("router", 1, "?"), Runs.singles("large", 1, "+")))
                .hasMessage("router and large have no graded question in common");
    }

    private static Comparison one(Outcomes a, Outcomes b) {
        return Comparisons.of(List.of(a), b, PLAN).all().getFirst();
    }
}
