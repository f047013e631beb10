package dev.glimprouter.eval.study;

import static dev.glimprouter.eval.study.Fork.Side.HIGH;
import static dev.glimprouter.eval.study.Fork.Side.LOW;
import static dev.glimprouter.eval.study.MadeUpStudy.fork;
import static dev.glimprouter.eval.study.MadeUpStudy.grade;
import static dev.glimprouter.eval.study.MadeUpStudy.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.PairedDifference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What follows from a study file, worked out by hand. */
class StudyTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1);

    @TempDir Path folder;

    private static Study of(MadeUpStudy made) {
        return Study.of(made.file(), BOOTSTRAP);
    }

    private static List<StudiedStep> steps(double... hInits) {
        return IntStream.range(0, hInits.length)
                .mapToObj(i -> step(i, "Then add.", hInits[i], OptionalDouble.empty()))
                .toList();
    }

    @Test
    void agreementThatFallsAsHInitGrowsIsAsThePaperExpects() {
        MadeUpStudy made = new MadeUpStudy();
        for (int q = 0; q < 6; q++) {
            List<StudiedStep> steps = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                double hInit = q + 10 * i;
                steps.add(step(i, "Then add.", hInit, OptionalDouble.of(1 / (1 + hInit))));
            }
            made.question(steps);
        }

        Relation bleu = of(made).relations().getFirst();

        assertThat(of(made).relations()).hasSize(1);
        assertThat(bleu.with()).isEqualTo(Signal.BLEU);
        assertThat(bleu.ranks().value()).isCloseTo(-1, within(1e-12));
        assertThat(bleu.ranks().points()).isEqualTo(30);
        assertThat(bleu.ranks().clusters()).isEqualTo(6);
        assertThat(bleu.finding()).isEqualTo(Relation.Finding.AS_EXPECTED);
        assertThat(of(made).bands())
                .extracting(Band::from, Band::to, Band::steps)
                .containsExactly(
                        tuple(0.0, 10.0, 7),
                        tuple(11.0, 22.0, 8),
                        tuple(23.0, 33.0, 7),
                        tuple(34.0, 45.0, 8));
        assertThat(of(made).bands().getFirst().means().get(Signal.BLEU))
                .isCloseTo(
                        (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 6.0 + 1 / 11.0) / 7,
                        within(1e-12));
    }

    @Test
    void agreementThatGrowsContradictsAndFiveQuestionsSayNothing() {
        assertThat(growing(6)).isEqualTo(Relation.Finding.OPPOSITE);
        assertThat(growing(5)).isEqualTo(Relation.Finding.NONE);
        assertThat(growing(1)).isEqualTo(Relation.Finding.NONE);
    }

    /** What so many questions say in which BLEU-4 grows as H_init does. */
    private static Relation.Finding growing(int questions) {
        MadeUpStudy made = new MadeUpStudy();
        for (int q = 0; q < questions; q++) {
            made.question(
                    IntStream.range(0, 6)
                            .mapToObj(i -> step(i, "Then.", i, OptionalDouble.of(i / 10.0)))
                            .toList());
        }
        return of(made).relations().getFirst().finding();
    }

    @Test
    void twoHumpsAreFoundAndOneIsNot() {
        double[] two =
                IntStream.range(0, 60)
                        .mapToDouble(i -> i < 30 ? i / 300.0 : 3 + i / 300.0)
                        .toArray();
        double[] one = IntStream.range(0, 60).mapToDouble(i -> i / 60.0).toArray();

        Distribution humped = of(new MadeUpStudy().question(steps(two))).distributions().getFirst();
        Distribution flat = of(new MadeUpStudy().question(steps(one))).distributions().getFirst();

        assertThat(humped.humps().orElseThrow().severalHumps()).isTrue();
        assertThat(flat.humps().orElseThrow().severalHumps()).isFalse();
        assertThat(flat.quantiles().get(2)).isCloseTo(29.5 / 60, within(1e-12));
        assertThat(flat.mean()).isCloseTo(29.5 / 60, within(1e-12));
        assertThat(humped.histogram().counts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(60);
        assertThat(StudyText.of(of(new MadeUpStudy().question(steps(two)))))
                .contains("H_init: more than one hump is supported (dip p = 0.0010).");
        assertThat(StudyText.of(of(new MadeUpStudy().question(steps(one)))))
                .contains("H_init: more than one hump is not supported (dip p = ");
    }

    @Test
    void firstTokensAreRankedByTheirMeanHInit() {
        OptionalDouble half = OptionalDouble.of(0.5);
        MadeUpStudy made =
                new MadeUpStudy()
                        .question(
                                List.of(
                                        step(0, "Wait, no.", 2, half),
                                        step(1, "So four.", 0.1, OptionalDouble.empty())))
                        .question(
                                List.of(
                                        step(0, " Wait, why?", 3, OptionalDouble.of(0.1)),
                                        step(1, "So two.", 0.3, half)));

        Study study = of(made);

        assertThat(study.firstTokens())
                .extracting(FirstToken::token, FirstToken::steps, FirstToken::questions)
                .containsExactly(tuple("Wait", 2, 2), tuple("So", 2, 2));
        assertThat(study.firstTokens().getFirst().hInit()).isEqualTo(2.5);
        assertThat(study.firstTokens().getFirst().bleu().orElseThrow())
                .isCloseTo(0.3, within(1e-12));
        assertThat(study.hesitation().steps()).isEqualTo(2);
        PairedDifference difference = study.hesitation().difference().orElseThrow();
        assertThat(difference.value()).isCloseTo(((2 - 0.1) + (3 - 0.3)) / 2, within(1e-12));
    }

    @Test
    void forksAreCountedByHowTheAnswerTurned() {
        MadeUpStudy made = new MadeUpStudy();
        for (int q = 0; q < 10; q++) {
            Grade small = grade(q == 5 || q == 6);
            Grade large = grade(q <= 4 || q == 6);
            made.question(
                    steps(2, 0.1),
                    fork(HIGH, 0, small, large),
                    fork(LOW, 1, grade(q < 5), grade(q < 5)));
        }
        made.question(
                steps(2, 0.1),
                fork(HIGH, 0, grade(true), Grade.unscored(Optional.empty(), "It is unclear.")));

        Study study = of(made);

        ForkOutcomes high = study.high();
        assertThat(high.turnedRight()).isEqualTo(5);
        assertThat(high.turnedWrong()).isEqualTo(1);
        assertThat(high.bothRight()).isEqualTo(1);
        assertThat(high.bothWrong()).isEqualTo(3);
        assertThat(high.ungraded()).isEqualTo(1);
        assertThat(high.forks()).isEqualTo(10);
        assertThat(high.questions()).isEqualTo(10);
        assertThat(high.difference().orElseThrow().value()).isCloseTo(0.4, within(1e-12));
        assertThat(high.mcNemar().pValue()).isCloseTo(2 * 7 / 64.0, within(1e-12));
        assertThat(study.low().bothRight()).isEqualTo(5);
        assertThat(study.low().difference().orElseThrow().value()).isZero();
        HighMinusLow between = study.highMinusLow().orElseThrow();
        assertThat(between.difference().value()).isCloseTo(0.4, within(1e-12));
        assertThat(between.difference().clusters()).isEqualTo(10);
        assertThat(between.signs().above()).isEqualTo(5);
        assertThat(between.signs().below()).isEqualTo(1);
        assertThat(between.shown()).isFalse();
        assertThat(StudyText.of(study))
                .contains(
                        "At high H_init a step by large turned 5 of 10 answers right and 1 wrong: no effect is shown.",
                        "At low H_init a step by large turned 0 of 10 answers right and 0 wrong: no effect is shown.");
    }

    /**
     * Five of twenty differ, all in one direction: the interval of t is sure, five coins are not.
     */
    @Test
    void aFewQuestionsThatDifferShowNothingYet() {
        HighMinusLow five = worseAtHigh(5);
        HighMinusLow six = worseAtHigh(6);

        assertThat(five.difference().byT().upper()).isNegative();
        assertThat(five.signs().pValue()).isCloseTo(2 / 32.0, within(1e-12));
        assertThat(five.shown()).isFalse();
        assertThat(six.signs().pValue()).isCloseTo(2 / 64.0, within(1e-12));
        assertThat(six.shown()).isTrue();
        assertThat(worseAtHigh(20).shown()).isTrue();
    }

    /** Of 20 questions in which large's step at low H_init turns the answer right in so many. */
    private static HighMinusLow worseAtHigh(int questions) {
        return of(turnedAtLow(questions)).highMinusLow().orElseThrow();
    }

    private static MadeUpStudy turnedAtLow(int questions) {
        MadeUpStudy made = new MadeUpStudy();
        for (int q = 0; q < 20; q++) {
            made.question(
                    steps(2, 0.1),
                    fork(HIGH, 0, grade(false), grade(false)),
                    fork(LOW, 1, grade(false), grade(q < questions)));
        }
        return made;
    }

    @Test
    void highAgainstLowIsPutInWords() {
        assertThat(StudyText.of(of(turnedAtLow(0))))
                .contains("in none of 20 questions does one bring more than the other");
        assertThat(StudyText.of(of(turnedAtLow(5))))
                .contains(
                        "Not supported: large's step is worth more at high H_init than at low.",
                        "-25.0 points (",
                        "of which 0 have more at high and 5 more at low (sign test p = 0.0625).");
        assertThat(StudyText.of(of(turnedAtLow(6))))
                .contains("Contradicted: large's step is worth more at high H_init than at low.");
    }

    @Test
    void severalForksOfOneQuestionCountAsOneQuestion() {
        MadeUpStudy made = new MadeUpStudy();
        for (int q = 0; q < 3; q++) {
            made.question(
                    steps(2, 2, 0.1),
                    fork(HIGH, 0, grade(false), grade(true)),
                    fork(HIGH, 1, grade(true), grade(true)));
        }

        ForkOutcomes high = of(made).high();

        assertThat(high.forks()).isEqualTo(6);
        assertThat(high.questions()).isEqualTo(3);
        assertThat(high.difference().orElseThrow().clusters()).isEqualTo(3);
        assertThat(of(made).highMinusLow()).isEmpty();
    }

    @Test
    void nothingSeenIsSaid() {
        MadeUpStudy made = new MadeUpStudy();
        made.rules = new StudyRules(10, 1, false, Optional.empty());

        String text = StudyText.of(of(made.question(List.of())));

        assertThat(text)
                .contains(
                        "Not looked at: nobody judged; no model embedded, so that similarity is missing.",
                        "At high H_init there is no graded fork.",
                        "Fewer than 20 questions");
    }

    @Test
    void aStudyIsComputedFromItsFileAlone() {
        TwoMinds minds = new TwoMinds(folder.resolve("sums.jsonl")).embedding();
        minds.run();

        Study study = Study.of(minds.file);

        assertThat(study.questions()).isEqualTo(3);
        assertThat(study.right()).isEqualTo(1);
        assertThat(study.wrong()).isEqualTo(2);
        assertThat(study.steps()).isEqualTo(12);
        assertThat(study.high().turnedRight()).isEqualTo(2);
        assertThat(study.high().bothRight()).isEqualTo(1);
        assertThat(study.low().bothWrong()).isEqualTo(2);
        assertThat(study.firstTokens().getFirst().token()).isEqualTo("Then");
        assertThat(study.distributions()).hasSize(6);
        assertThat(study.relations()).hasSize(5);
        assertThat(StudyText.of(study))
                .contains(
                        "Study\n  sums, following small-steps, seed 7; small is small, large is large.\n",
                        "\nForks\n",
                        "high H_init");
        assertThat(StudyMarkdown.of(study))
                .contains("## First tokens\n\n| first token | steps |", "| Then | 3 | 3 |");
        assertThat(StudyJson.of(study))
                .contains(
                        "\"turnedRight\" : 2",
                        "\"signal\" : \"H_init\"",
                        "\"token\" : \"Then\"",
                        "\"finding\" : \"");
    }
}
