package dev.glimprouter.eval.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Speeds come back out of runs that were made with them. */
class SpeedFitTest {

    private static final double TINY = 1e-9;

    @TempDir Path folder;

    @Test
    void theSpeedsOfScriptedModelsComeBack() {
        Recordings recordings =
                new PlanExam(folder)
                        .record(0, 9, "small", "large", "glimpse(tau=1.0)", "specreason", "hstep");

        Speeds speeds = recordings.speeds();

        assertThat(speeds.small().decodeSeconds()).isCloseTo(0.010, within(TINY));
        assertThat(speeds.large().decodeSeconds()).isCloseTo(0.040, within(TINY));
        assertThat(speeds.small().promptSeconds()).isCloseTo(0.001, within(TINY));
        assertThat(speeds.large().promptSeconds()).isCloseTo(0.002, within(TINY));
        assertThat(speeds.small().prefillSeconds()).isCloseTo(0, within(TINY));
        assertThat(speeds.glimpseSeconds()).isCloseTo(0, within(TINY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "small",
                "large",
                "small-steps",
                "large-steps",
                "glimpse(tau=1.0)",
                "random(rate=0.5, stream=0)",
                "opening(steps=2)",
                "specreason(threshold=7.0, scoring=greedy, opening=0)",
                "hstep(tau=0.5, opening=0)",
                "speccot(n=3, opening=1)"
            })
    void whatARunTookIsWhatItsCountsTakeAtItsSpeeds(String strategy) {
        Recordings recordings = new PlanExam(folder).record(0, 9, strategy);
        Recording one = recordings.of(strategy).orElseThrow();
        Speeds speeds = recordings.speeds();

        double total = one.questions().stream().mapToDouble(q -> speeds.of(q.work()).total()).sum();

        assertThat(total / 9).isCloseTo(PlanExam.measured(recordings, strategy), within(1e-6));
    }

    @Test
    void draftsAtOnceHaveAPaceOfTheirOwn() {
        String together = "speccot(n=3, opening=1)";
        Recordings recordings = new PlanExam(folder).record(0, 9, "small", together);

        Speeds speeds = recordings.speeds();

        assertThat(speeds.small().decodeSeconds()).isCloseTo(0.010, within(TINY));
        for (String system : List.of("small", together)) {
            double total =
                    recordings.of(system).orElseThrow().questions().stream()
                            .mapToDouble(question -> speeds.of(question.work()).total())
                            .sum();
            assertThat(total / 9).isCloseTo(PlanExam.measured(recordings, system), within(1e-3));
        }
    }

    @Test
    void withoutAPaceOfSmallDraftsAtOnceTakeWhatOthersTake() {
        Recordings recordings =
                new PlanExam(folder, Duration.ZERO, Duration.ofMillis(40))
                        .record(0, 3, "speccot(n=3, opening=1)");

        Speeds speeds = recordings.speeds();

        assertThat(speeds.small().decodeSeconds()).isZero();
        assertThat(speeds.togetherShare()).isEqualTo(1);
    }

    @Test
    void questionsLeftOutAreForetold() {
        Recordings recordings = new PlanExam(folder).record(0, 10, "large", "glimpse(tau=1.0)");

        FitQuality fit = FitQuality.of(recordings.observations()).orElseThrow();

        assertThat(fit.total()).isCloseTo(0, within(0.001));
        assertThat(fit.each()).isCloseTo(0, within(0.01));
        assertThat(fit.questions()).isEqualTo(20);
        assertThat(fit.folds()).isEqualTo(5);
        assertThat(FitQuality.of(recordings.observations().subList(0, 1))).isEmpty();
    }

    @Test
    void whatWasAskedBesideOthersTellsNoSpeed() {
        PlanExam exam = new PlanExam(folder);
        exam.parallel = 2;
        Recordings recordings = exam.record(0, 4, "glimpse(tau=1.0)");

        assertThat(recordings.timed()).isZero();
        assertThat(recordings.speeds()).isEqualTo(Speeds.UNKNOWN);
        assertThat(FitQuality.of(recordings.observations())).isEmpty();
    }

    @Test
    void disturbedQuestionsTellNoSpeed() {
        List<Recorded> calm = new PlanExam(folder).record(0, 9, "large").observations();
        List<Recorded> slow =
                new PlanExam(folder.resolve("slow"), Duration.ofMillis(10), Duration.ofMillis(400))
                        .record(9, 10, "large")
                        .observations();
        List<Recorded> all = Stream.concat(slow.stream(), calm.stream()).toList();

        assertThat(Disturbance.without(all)).isEqualTo(calm);
        assertThat(Disturbance.without(all.subList(0, 3))).hasSize(3);
    }
}
