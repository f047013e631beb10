package dev.glimprouter.eval.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalDouble;

/** Counts times paces. */
class SpeedsTest {

    private static final Speeds SPEEDS =
            new Speeds(
                    new Pace(0.005, 0.05, 0.025),
                    new Pace(0.0125, 0.1, 0.04),
                    0.002,
                    0.03,
                    OptionalDouble.empty(),
                    0.5,
                    0.01,
                    0.5);

    private static Load load(double prompt, double prefills, double decoded, double verdicts) {
        return new Load(prompt, prefills, decoded, 0, decoded, verdicts, 0, 0, 3);
    }

    @Test
    void eachPartIsItsCountTimesItsTime() {
        Split split = SPEEDS.of(new Work(load(100, 2, 40, 0), load(200, 1, 50, 4), 6, 6, 2));

        assertThat(split.smallPrefill()).isCloseTo(0.6, within(1e-12));
        assertThat(split.smallDecode()).isCloseTo(1.0, within(1e-12));
        assertThat(split.largePrefill()).isCloseTo(2.6, within(1e-12));
        assertThat(split.largeDecode()).isCloseTo(2.0, within(1e-12));
        assertThat(split.glimpses()).isCloseTo(0.012, within(1e-12));
        assertThat(split.judging()).isCloseTo(0.12, within(1e-12));
        assertThat(split.rest()).isCloseTo(0.56, within(1e-12));
        assertThat(split.total()).isCloseTo(6.892, within(1e-12));
        assertThat(split.bySmall() + split.byLarge() + split.rest())
                .isCloseTo(split.total(), within(1e-12));
    }

    @Test
    void tokensOfSeveralDraftsAtOnceTakeTheirShare() {
        Load three = new Load(0, 0, 10, 40, 50, 0, 0, 0, 0);

        assertThat(SPEEDS.of(new Work(three, Load.NONE, 0, 1, 0)).smallDecode())
                .isCloseTo((10 + 40 * 0.5) * 0.025, within(1e-12));
    }

    @Test
    void anUnknownPaceMattersOnlyToThoseThatWork() {
        Speeds alone = SPEEDS.with(Writer.SMALL, Pace.UNKNOWN);

        assertThat(alone.of(new Work(Load.NONE, load(10, 1, 5, 0), 0, 1, 1)).total()).isFinite();
        assertThat(alone.of(new Work(load(10, 1, 5, 0), Load.NONE, 0, 1, 0)).total()).isNaN();
    }

    @Test
    void aBatchOfDraftsIsAPromptUnlessATokenTakesLonger() {
        Load five = new Load(0, 0, 0, 0, 50, 0, 10, 40, 0);
        Load one = new Load(0, 0, 0, 0, 20, 0, 10, 10, 0);

        assertThat(SPEEDS.of(new Work(Load.NONE, five, 0, 1, 1)).largeDecode())
                .isCloseTo(10 * 5 * 0.0125, within(1e-12));
        assertThat(SPEEDS.of(new Work(Load.NONE, one, 0, 1, 1)).largeDecode())
                .isCloseTo(10 * 0.04, within(1e-12));
        assertThat(SPEEDS.of(new Work(Load.NONE, five, 0, 1, 1)).smallDecode())
                .isCloseTo(40 * 0.025, within(1e-12));
    }

    @Test
    void aRatioMakesSmallFasterInEverything() {
        Speeds fast = SPEEDS.withRatio(4);

        assertThat(SPEEDS.ratio()).isCloseTo(1.6, within(1e-12));
        assertThat(fast.ratio()).isCloseTo(4, within(1e-12));
        assertThat(fast.small().prefillSpeed()).isCloseTo(500, within(1e-9));
        assertThat(fast.large()).isEqualTo(SPEEDS.large());
    }

    @Test
    void acceptedDraftsFollowTheGeometricSeries() {
        Drafted half = Drafted.accepting(0.5);
        Drafted all = Drafted.accepting(1);

        assertThat(1 / half.rounds()).isCloseTo(1.9375, within(1e-12));
        assertThat(1 / all.rounds()).isCloseTo(5, within(1e-12));
        assertThat(all.drafted()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void pricesAreForTokensAndForTime() {
        Prices prices = new Prices(new Prices.PerMillion(1, 2), new Prices.PerMillion(10, 20), 3.6);
        Work work =
                new Work(
                        new Load(100, 1, 0, 0, 50, 0, 0, 0, 0),
                        new Load(10, 1, 0, 0, 5, 0, 0, 0, 0),
                        0,
                        1,
                        0);

        assertThat(prices.of(work, 2)).isCloseTo(0.0002 + 0.0002 + 0.002, within(1e-12));
        assertThat(Prices.NONE.any()).isFalse();
    }

    @Test
    void stretchesGiveALineOrARatio() {
        List<Stretch> line =
                List.of(
                        new Stretch(Writer.LARGE, 10, 200_000_000),
                        new Stretch(Writer.LARGE, 20, 300_000_000),
                        new Stretch(Writer.LARGE, 50, 600_000_000));
        LineFit fit = LineFit.of(line);
        assertThat(fit.each()).isCloseTo(0.1, within(1e-12));
        assertThat(fit.token()).isCloseTo(0.01, within(1e-12));

        assertThat(LineFit.of(line.subList(0, 1)).token()).isCloseTo(0.02, within(1e-12));
        LineFit falling =
                LineFit.of(
                        List.of(
                                new Stretch(Writer.SMALL, 10, 300_000_000),
                                new Stretch(Writer.SMALL, 30, 100_000_000)));
        assertThat(falling.each()).isZero();
        assertThat(falling.token()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void nothingTakesNegativeTime() {
        assertThatThrownBy(() -> new Pace(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SPEEDS.withGlimpseSeconds(-1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Prices.PerMillion(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
