package dev.glimprouter.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What the sentences claim, and what they leave open. */
class ReadingTest {

    private static final Outcomes LARGE = Runs.singles("large", 1, "+".repeat(40));

    @Test
    void whatEveryTestShowsIsClaimed() {
        assertThat(reading(wrong(10)))
                .startsWith("router is right less often than large. It takes less time: ");
    }

    @Test
    void whatIsShownAloneButNotAmongSeveralIsSaidToBeSo() {
        Comparisons of =
                Comparisons.of(
                        List.of(wrong(7), LARGE, LARGE, LARGE, LARGE),
                        LARGE,
                        ComparisonPlan.DEFAULT);
        Comparison first = of.all().getFirst();

        assertThat(first.pValue()).isLessThan(0.05);
        assertThat(first.adjustedP()).isGreaterThan(0.05);
        assertThat(Reading.of(first))
                .startsWith(
                        "Alone it would show that router is right less often than large; among 5 comparisons it does not. ");
    }

    @Test
    void whatTheIntervalShowsAndTheExactTestDoesNotIsSaidToBeSo() {
        assertThat(reading(wrong(5)))
                .startsWith(
                        "By the interval router is right less often than large; by the exact test that is not shown. ");
    }

    @Test
    void whatIsNotShownIsNotRuledOut() {
        assertThat(reading(wrong(1)))
                .startsWith("No difference in accuracy is shown, and none is ruled out from -");
    }

    @Test
    void oneQuestionShowsNothing() {
        assertThat(reading(Runs.singles("router", 0.5, "-")))
                .isEqualTo("Nothing is shown about accuracy. No difference in time is shown.");
    }

    private static Outcomes wrong(int questions) {
        return Runs.singles("router", 0.5, "-".repeat(questions) + "+".repeat(40 - questions));
    }

    private static String reading(Outcomes router) {
        Comparisons one = Comparisons.of(List.of(router), LARGE, ComparisonPlan.DEFAULT);
        return Reading.of(one.all().getFirst());
    }
}
