package dev.glimprouter.eval.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.runner.Contestant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.OptionalDouble;

/** What was not run takes what it takes when it is run, where the path does not change. */
class ReplayTest {

    private static final int QUESTIONS = 12;

    @TempDir Path folder;
    private PlanExam exam;
    private Recordings glimpsed;

    @BeforeEach
    void glimpse() {
        exam = new PlanExam(folder);
        glimpsed = exam.record(0, QUESTIONS, "glimpse(tau=1.0)");
    }

    private static Contestant contestant(String text) {
        return Contestant.parse(text, PlanExam.RULES);
    }

    private Workload planned(String text, Assumptions assumptions) {
        return new Planner(glimpsed, assumptions).of(contestant(text));
    }

    private double seconds(Workload workload) {
        return glimpsed.speeds().of(workload.mean()).total();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "glimpse(tau=0.1); 1",
                "glimpse(tau=2.0); 1",
                "large-steps; 1",
                "small-steps; 1",
                "large; 4",
                "small; 4",
                "opening(2); 1",
                "glimpse(1.0) or opening(2); 1",
                "glimpse(1.0) and opening(1); 1",
                "random(0.5); 15",
                "hstep; 1"
            })
    void itTakesWhatItTakesWhenItIsRun(String strategy, double percent) {
        Workload workload =
                planned(strategy, new Assumptions(OptionalDouble.of(0), OptionalDouble.empty()));
        String name = contestant(strategy).name();
        double really = PlanExam.measured(exam.record(0, QUESTIONS, strategy), name);

        assertThat(workload.system()).isEqualTo(name);
        assertThat(workload.basis()).isNotEqualTo(Basis.RECORDED);
        assertThat(seconds(workload)).isCloseTo(really, withinPercentage(percent));
    }

    @Test
    void theRecordedRuleIsWhatWasRecorded() {
        Recording recording = glimpsed.of("glimpse(tau=1.0)").orElseThrow();
        Contestant same = contestant("glimpse(tau=1.2)");

        Workload workload = new Planner(glimpsed, Assumptions.NONE).of(same);

        assertThat(workload.byQuestion()).isEqualTo(Workload.recorded(recording).byQuestion());
    }

    @Test
    void aRecordedStrategyIsNotReplayed() {
        assertThat(planned("glimpse(tau=1.0)", Assumptions.NONE).basis()).isEqualTo(Basis.RECORDED);
    }

    @Test
    void anotherThresholdDecidesAboutRecordedDrafts() {
        Recordings drafts = exam.record(0, QUESTIONS, "specreason(threshold=7)");
        Planner planner = new Planner(drafts, Assumptions.NONE);

        Work kept = planner.of(contestant("specreason(threshold=6)")).mean();
        Work rejected = planner.of(contestant("specreason(threshold=8)")).mean();

        assertThat(kept.largeShare()).isZero();
        assertThat(rejected.largeShare()).isEqualTo(1);
        assertThat(rejected.large().generatedTokens())
                .isGreaterThan(kept.large().generatedTokens());
    }

    @Test
    void unknownDraftsAreRejectedAsOftenAsAssumed() {
        Workload usual = planned("judge", Assumptions.NONE);
        Workload never =
                planned("judge", new Assumptions(OptionalDouble.of(0), OptionalDouble.empty()));

        assertThat(usual.basis()).isEqualTo(Basis.ASSUMED);
        assertThat(usual.source()).isEqualTo("glimpse(tau=1.0)");
        assertThat(usual.assumed()).containsExactly("33.3 % of drafts are rejected");
        assertThat(usual.mean().largeShare()).isBetween(0.2, 0.45);
        assertThat(never.mean().largeShare()).isZero();
        assertThat(never.mean().large().verdicts()).isEqualTo(never.mean().steps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hstep", "pplstep", "judge"})
    void draftsThatAreThrownAwayWereWrittenAllTheSame(String strategy) {
        Work kept = rejecting(strategy, 0);
        Work rejected = rejecting(strategy, 1);

        assertThat(rejected.largeShare()).isEqualTo(1);
        assertThat(rejected.small().generatedTokens())
                .isCloseTo(kept.small().generatedTokens(), withinPercentage(1e-6))
                .isPositive();
        assertThat(rejected.large().generatedTokens())
                .isGreaterThan(kept.large().generatedTokens());
    }

    private Work rejecting(String strategy, double share) {
        return planned(strategy, new Assumptions(OptionalDouble.of(share), OptionalDouble.empty()))
                .mean();
    }

    @Test
    void draftedTokensNeedARunOrAShare() {
        Workload drafted =
                planned(
                        "large+speculative",
                        new Assumptions(OptionalDouble.empty(), OptionalDouble.of(0.5)));

        Load large = drafted.mean().large();
        assertThat(large.generatedTokens() / large.rounds())
                .isCloseTo(1.9375, withinPercentage(0.1));
        assertThat(drafted.mean().small().promptTokens()).isPositive();
        assertThatThrownBy(() -> planned("large+speculative", Assumptions.NONE))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("--acceptance");
    }

    @Test
    void whatNobodyRecordedIsRefused() {
        for (String strategy : new String[] {"speccot", "token-entropy", "glimpse+race"}) {
            assertThatThrownBy(() -> planned(strategy, Assumptions.NONE))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining("Record a run of it");
        }
        Recordings blind = exam.record(0, 3, "random(0.5)");
        assertThatThrownBy(() -> new Planner(blind, Assumptions.NONE).of(contestant("glimpse")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("no run glimpsed before every step");
    }
}
