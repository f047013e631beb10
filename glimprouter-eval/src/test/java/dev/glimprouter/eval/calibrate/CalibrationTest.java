package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.Script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The threshold that hits a figure, where the scores say which one that is. */
class CalibrationTest {

    private static final double NEAR = 0.001;

    @TempDir Path folder;

    private static double rate(Part part) {
        return part.chosen().figures().stepsByLarge().orElseThrow().value();
    }

    @Test
    void theScoresOfOneRoundNameTheThresholdOfTheNext() {
        Part part = new Sums(folder, 10).find("glimpse", new Target.Steps(0.3, NEAR), 4);

        assertThat(part.rounds()).extracting(Round::threshold).containsExactly(1.0, 0.5);
        assertThat(part.threshold()).isEqualTo(0.5);
        assertThat(rate(part)).isEqualTo(6 / 20.0);
        assertThat(part.reached()).isTrue();
        assertThat(part.parameter()).isEqualTo("tau");
    }

    @Test
    void whatIsNearEnoughAtOnceIsNotLookedForFurther() {
        Part part = new Sums(folder, 10).find("glimpse", new Target.Steps(0.04, 0.02), 4);

        assertThat(part.rounds()).extracting(Round::threshold).containsExactly(1.0);
        assertThat(part.reached()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0.0", "1.0, 1.0", "0.5, 0.5", "0.25, 0.25"})
    void bothEndsCanBeReached(double wanted, double reached) {
        Part part = new Sums(folder, 10).find("glimpse", new Target.Steps(wanted, NEAR), 4);

        assertThat(rate(part)).isEqualTo(reached);
        assertThat(part.reached()).isTrue();
    }

    @Test
    void betweenNeighbouringThresholdsNothingIsTried() {
        Part part = new Sums(folder, 10).find("glimpse", new Target.Steps(0.28, NEAR), 8);

        assertThat(part.rounds()).extracting(Round::threshold).containsExactly(1.0, 0.5);
        assertThat(part.reached()).isFalse();
    }

    /** Where large wrote the first step, small hesitates before the second one. */
    private Sums dependent() {
        return new Sums(folder, 10)
                .withSmall(
                        scene ->
                                Sums.steps(
                                        scene,
                                        "Add.",
                                        0.15 + 0.1 * Sums.index(scene),
                                        scene.text().contains("Plan.") ? 2 : 0));
    }

    @Test
    void scoresThatDependOnTheRouteAreTriedAndMeasured() {
        Part part = dependent().find("glimpse", new Target.Steps(0.3, NEAR), 6);

        assertThat(part.rounds())
                .extracting(Round::threshold)
                .containsExactly(1.0, 0.6, 0.7, 0.9, 0.8);
        assertThat(part.threshold()).isEqualTo(0.8);
        assertThat(rate(part)).isEqualTo(0.3);
    }

    @Test
    void outOfRoundsTheNearestIsTakenAndSaidToBeOff() {
        Part part = dependent().find("glimpse", new Target.Steps(0.3, NEAR), 3);

        assertThat(part.threshold()).isEqualTo(0.7);
        assertThat(rate(part)).isEqualTo(0.4);
        assertThat(part.reached()).isFalse();
    }

    private static Script judging(double secondStep, Script otherwise) {
        return scene ->
                scene.aside().isEmpty()
                        ? otherwise.reply(scene)
                        : opinion(
                                scene.text().contains("So.")
                                        ? secondStep
                                        : 0.05 + 0.1 * Sums.index(scene));
    }

    private static Reply opinion(double yes) {
        return Reply.opinion(Map.of("Yes", yes, "No", 1 - yes));
    }

    private static Reply plan(Scene scene) {
        return Sums.steps(scene, "Plan.", 0, 0);
    }

    @Test
    void aVerifierKeepsWhatIsAtLeastItsThreshold() {
        Part part =
                new Sums(folder, 10)
                        .withLarge(judging(0.99, CalibrationTest::plan))
                        .find("judge", new Target.Steps(0.3, NEAR), 4);

        assertThat(part.rounds()).extracting(Round::threshold).containsExactly(0.5, 0.6);
        assertThat(rate(part)).isEqualTo(0.3);
    }

    @Test
    void aDigitThatIsAlwaysTheSameIsSaidToLeaveNoChoice() {
        Part part =
                new Sums(folder, 10)
                        .withLarge(
                                scene ->
                                        scene.aside().isPresent()
                                                ? Reply.opinion(Map.of("7", 0.9, "8", 0.1))
                                                : plan(scene))
                        .find("specreason", new Target.Steps(0.3, NEAR), 4);

        assertThat(part.rounds()).hasSize(1);
        assertThat(part.threshold()).isEqualTo(7);
        assertThat(rate(part)).isZero();
        assertThat(part.reached()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"hstep", "pplstep", "random", "loop or glimpse", "confspec", "rsd"})
    void theyAreBroughtToTheSameRate(String strategy) {
        Part part =
                new Sums(folder, 10)
                        .withSmall(
                                judging(
                                        0.5,
                                        scene ->
                                                Sums.steps(
                                                        scene,
                                                        "Add.",
                                                        0.15 + 0.1 * Sums.index(scene),
                                                        0.05)))
                        .withLarge(judging(0.99, CalibrationTest::plan))
                        .find(strategy, new Target.Steps(0.3, NEAR), 4);

        assertThat(part.reached()).as(part.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"hysteresis(momentum=0), 0.3", "overconfidence(steps=1), 0.7"})
    void withoutScoresTheThresholdIsTried(String strategy, double wanted) {
        Part part = new Sums(folder, 10).find(strategy, new Target.Steps(wanted, 0.01), 8);

        assertThat(part.reached()).as(part.toString()).isTrue();
    }

    @Test
    void tokensAndSecondsAreHitAsWell() {
        Sums sums = new Sums(folder, 10).paced();
        Contestant goal = Contestant.parse("glimpse(tau=0.5)", Sums.RULES);
        sums.runner().run(sums.questions().withContestants(List.of(goal)));
        RunFigures figures = RunFigures.of(sums.questions().file(goal));

        double share = figures.tokensByLarge().orElseThrow().value();
        Part tokens = sums.find("glimpse", new Target.Tokens(share, NEAR), 4);
        assertThat(tokens.threshold()).isEqualTo(0.5);

        double seconds = figures.seconds().orElseThrow().value();
        Part timed = sums.find("glimpse", new Target.Seconds(seconds, NEAR), 8);
        assertThat(timed.threshold()).isEqualTo(0.5);
        assertThat(timed.rounds().getFirst().figures().seconds().orElseThrow().value())
                .isLessThan(seconds);
    }

    @Test
    void secondsOfQuestionsThatWereAskedTogetherAreNone() {
        assertThatThrownBy(
                        () ->
                                new Sums(folder, 10)
                                        .together()
                                        .find("glimpse", new Target.Seconds(1, 1), 4))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("leave out --parallel");
    }

    @Test
    void theSameAgainAsksNothing() {
        Part first = new Sums(folder, 10).find("glimpse", new Target.Steps(0.3, NEAR), 4);
        Sums again = new Sums(folder, 10);

        assertThat(again.find("glimpse", new Target.Steps(0.3, NEAR), 4)).isEqualTo(first);
        assertThat(again.asked).containsExactly("0 by glimpse(tau=1.0)", "0 by glimpse(tau=0.5)");
    }

    @Test
    void questionsWithoutStepsAreNothingToCalibrateOn() {
        Sums sums =
                new Sums(folder, 2)
                        .withSmall(_ -> Reply.failure(new IllegalStateException("broken")));

        assertThatThrownBy(() -> sums.find("glimpse", new Target.Steps(0.3, NEAR), 4))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("nothing to calibrate on (see glimpse-tau-1.0.jsonl)");
    }
}
