package dev.glimprouter.eval.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.plan.Conclusion.Verdict;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.TraceWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether routing pays, and where that changes. */
class PlanTest {

    private static final String GLIMPSE = "glimpse(tau=1.0)";

    @TempDir Path folder;

    private static Plan plan(Recordings recordings, Speeds speeds, double... ratios) {
        List<Double> all = new ArrayList<>();
        for (double ratio : ratios) {
            all.add(ratio);
        }
        return Plan.of(
                recordings,
                new PlanRequest(
                        Stream.of(GLIMPSE, "large")
                                .map(text -> Contestant.parse(text, PlanExam.RULES))
                                .toList(),
                        speeds,
                        all,
                        Prices.NONE,
                        Assumptions.NONE,
                        1));
    }

    private static Conclusion conclusion(Recordings recordings, Speeds speeds) {
        return plan(recordings, speeds).scenarios().getFirst().reading().getFirst();
    }

    @Test
    void aFastSmallModelPaysAndASlowOneDoesNot() {
        Recordings fast =
                new PlanExam(folder.resolve("fast"), Duration.ofMillis(4), Duration.ofMillis(40))
                        .record(0, 12, GLIMPSE, "large");
        Recordings slow =
                new PlanExam(folder.resolve("slow"), Duration.ofMillis(120), Duration.ofMillis(40))
                        .record(0, 12, GLIMPSE, "large");

        Conclusion pays = conclusion(fast, fast.speeds());
        Conclusion not = conclusion(slow, slow.speeds());

        assertThat(pays.verdict()).isEqualTo(Verdict.PAYS);
        assertThat(pays.text()).startsWith(GLIMPSE + " pays: 0.");
        assertThat(not.verdict()).isEqualTo(Verdict.DOES_NOT_PAY);
        assertThat(not.text())
                .startsWith(GLIMPSE + " does not pay at these speeds: 1.")
                .contains("It pays from", "tokens/s by small on (now 8.3)");
    }

    @Test
    void theBreakEvenSpeedPartsTheTwo() {
        Recordings recordings = new PlanExam(folder).record(0, 12, GLIMPSE, "large");
        Speeds speeds = recordings.speeds();
        double even = conclusion(recordings, speeds).breakEven().decodeSpeed().orElseThrow();

        assertThat(ratio(recordings, speeds, even)).isCloseTo(1, withinPercentage(1e-6));
        assertThat(ratio(recordings, speeds, even * 1.05)).isLessThan(1);
        assertThat(ratio(recordings, speeds, even * 0.95)).isGreaterThan(1);
    }

    private static double ratio(Recordings recordings, Speeds speeds, double smallDecode) {
        Speeds other = speeds.with(Writer.SMALL, speeds.small().withDecodeSpeed(smallDecode));
        return plan(recordings, other)
                .scenarios()
                .getFirst()
                .forecasts()
                .getFirst()
                .against()
                .orElseThrow()
                .value();
    }

    @Test
    void theBreakEvenShareIsTheLastThatPays() {
        Recordings recordings = new PlanExam(folder).record(0, 12, GLIMPSE, "large");
        Speeds speeds = recordings.speeds();
        double share = conclusion(recordings, speeds).breakEven().largeShare().orElseThrow();
        double large =
                speeds.of(Workload.recorded(recordings.of("large").orElseThrow()).mean()).total();
        List<Work> thresholds = Thresholds.of(recordings.of(GLIMPSE).orElseThrow());

        assertThat(thresholds.stream().map(Work::largeShare)).contains(0.0, 1.0);
        assertThat(thresholds)
                .allSatisfy(
                        work ->
                                assertThat(speeds.of(work).total() <= large)
                                        .isEqualTo(work.largeShare() <= share));
    }

    @Test
    void aModelThatOnlyReadsTooSlowlyNeverPays() {
        Recordings recordings = new PlanExam(folder).record(0, 12, GLIMPSE, "large");
        Speeds speeds = recordings.speeds();
        Speeds slow = speeds.with(Writer.SMALL, speeds.small().withPrefillSpeed(1));

        Conclusion never = conclusion(recordings, slow);

        assertThat(never.breakEven().decodeSpeed()).isEmpty();
        assertThat(never.text()).contains("No speed of small's writing would make it pay");
    }

    @Test
    void eachRatioIsAScenario() {
        Recordings recordings = new PlanExam(folder).record(0, 6, GLIMPSE, "large");

        Plan plan = plan(recordings, recordings.speeds(), 1, 2, 8);

        assertThat(plan.scenarios())
                .extracting(one -> one.forecasts().getFirst().seconds())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .hasSize(3);
        assertThat(PlanText.of(plan, false)).contains("Small writes 8.00 times as fast as large.");
    }

    @Test
    void theIntervalHoldsTheMean() {
        Recordings recordings = new PlanExam(folder).record(0, 12, GLIMPSE, "large");

        Forecast one =
                plan(recordings, recordings.speeds()).scenarios().getFirst().forecasts().getFirst();

        assertThat(one.interval().known()).isTrue();
        assertThat(one.interval().contains(one.seconds())).isTrue();
        assertThat(one.interval().lower()).isLessThan(one.interval().upper());
        assertThat(one.seconds())
                .isCloseTo(PlanExam.measured(recordings, GLIMPSE), withinPercentage(1e-4));
    }

    @Test
    void speedsThatNobodyKnowsAreAskedFor() {
        PlanExam exam = new PlanExam(folder);
        exam.parallel = 2;
        Recordings untimed = exam.record(0, 4, GLIMPSE);

        assertThatThrownBy(() -> plan(untimed, untimed.speeds()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("how fast small decodes")
                .hasMessageContaining("--parallel 1");
    }

    @Test
    void otherQuestionsAreForetold() {
        PlanExam exam = new PlanExam(folder);
        Recordings fitted = exam.record(0, 12, GLIMPSE);
        Recordings others = exam.record(12, 24, GLIMPSE, "large", "confspec");

        PlanCheck check = PlanCheck.of(fitted, others, fitted.speeds(), Assumptions.NONE);

        assertThat(check.rows()).extracting(CheckRow::system).containsExactly(GLIMPSE, "large");
        assertThat(check.rows())
                .allSatisfy(row -> assertThat(row.error()).isBetween(-0.04, 0.04))
                .allSatisfy(row -> assertThat(row.ownError()).isBetween(-0.001, 0.001))
                .allSatisfy(row -> assertThat(row.chance()).isPositive());
        assertThat(check.notes()).singleElement().asString().contains("confspec");
    }

    @Test
    void longerQuestionsAreLongerForLargeToo() {
        PlanExam exam = new PlanExam(folder);
        Recordings fitted = exam.record(0, 12, GLIMPSE, "large");
        Recordings longest = exam.record(14, 15, GLIMPSE, "large");

        PlanCheck check = PlanCheck.of(fitted, longest, fitted.speeds(), Assumptions.NONE);

        CheckRow glimpse = check.rows().getFirst();
        CheckRow large = check.rows().getLast();
        assertThat(large.error()).isLessThan(-0.15);
        assertThat(large.errorAgainstLarge()).isZero();
        assertThat(glimpse.error()).isLessThan(-0.15);
        assertThat(glimpse.errorAgainstLarge())
                .isCloseTo((1 + glimpse.error()) / (1 + large.error()) - 1, within(1e-12))
                .isBetween(-0.1, 0.1);
    }

    @Test
    void aRatioToLargeNeedsTheSameQuestions() {
        PlanExam exam = new PlanExam(folder);
        Recordings fitted = exam.record(0, 6, GLIMPSE);
        List<Path> glimpse = exam.run(6, 9, GLIMPSE);
        List<Path> large = exam.run(6, 10, "large");

        Recordings unlike = Recordings.read(List.of(glimpse.getFirst(), large.getFirst()));

        assertThat(againstLarge(fitted, Recordings.read(glimpse))).isNaN();
        assertThat(againstLarge(fitted, unlike)).isNaN();
    }

    private static double againstLarge(Recordings fitted, Recordings measured) {
        return PlanCheck.of(fitted, measured, fitted.speeds(), Assumptions.NONE)
                .rows()
                .getFirst()
                .errorAgainstLarge();
    }

    @Test
    void fittedQuestionsAreNoCheck() {
        PlanExam exam = new PlanExam(folder);
        Recordings fitted = exam.record(0, 6, GLIMPSE);
        Recordings half = exam.record(3, 9, GLIMPSE);

        PlanCheck check = PlanCheck.of(fitted, half, fitted.speeds(), Assumptions.NONE);

        assertThat(check.notes())
                .containsExactly(
                        "3 of the 6 questions to check were fitted on and are left out of the check.");
        assertThat(check.rows().getFirst().measured().questions()).isEqualTo(3);
        assertThatThrownBy(() -> PlanCheck.of(fitted, fitted, fitted.speeds(), Assumptions.NONE))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("Every question");
    }

    @Test
    void aCheckNeedsTimes() {
        PlanExam exam = new PlanExam(folder);
        Recordings fitted = exam.record(0, 3, GLIMPSE);
        exam.parallel = 2;
        Recordings untimed = exam.record(3, 6, GLIMPSE);

        assertThatThrownBy(() -> PlanCheck.of(fitted, untimed, fitted.speeds(), Assumptions.NONE))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("not timed");
    }

    @Test
    void modelsAreNotMixed() {
        PlanExam exam = new PlanExam(folder);
        List<Path> mine = exam.run(0, 3, GLIMPSE);
        List<Path> others = exam.withLarge("larger").run(3, 6, GLIMPSE);
        Recordings fitted = Recordings.read(mine);

        assertThatThrownBy(
                        () ->
                                PlanCheck.of(
                                        fitted,
                                        Recordings.read(others),
                                        fitted.speeds(),
                                        Assumptions.NONE))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("another model (larger) than the plan (large)");
        assertThatThrownBy(
                        () ->
                                Recordings.read(
                                        Stream.concat(mine.stream(), others.stream()).toList()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("plan each pair by itself");
    }

    @Test
    void tracesOfSingleQuestionsCountLikeARun() {
        Path run = new PlanExam(folder).run(0, 1, GLIMPSE).getFirst();
        Path trace = folder.resolve("trace.jsonl");
        try (RunReader reader = RunReader.open(run);
                TraceWriter writer = TraceWriter.open(trace, Clock.systemUTC())) {
            reader.next().trace().events().forEach(writer::on);
        }

        Recordings traced = Recordings.read(List.of(trace));

        assertThat(traced.timed()).isEqualTo(1);
        assertThat(traced.observations().getFirst().work())
                .isEqualTo(Recordings.read(List.of(run)).observations().getFirst().work());
        assertThat(traced.hashes()).isEqualTo(Recordings.read(List.of(run)).hashes());
    }
}
