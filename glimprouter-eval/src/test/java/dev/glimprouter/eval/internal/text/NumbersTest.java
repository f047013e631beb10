package dev.glimprouter.eval.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.statistics.Interval;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void sharesAreToldInPercent() {
        assertThat(Numbers.percent(1 / 3.0)).isEqualTo("33.3 %");
        assertThat(Numbers.hundredths(1 / 3.0)).isEqualTo("33.3");
        assertThat(Numbers.percent(new Interval(0.2, 1 / 3.0))).isEqualTo("20.0 to 33.3 %");
        assertThat(Numbers.signedPercent(0.031)).isEqualTo("+3.1 %");
        assertThat(Numbers.points(-0.0001)).isEqualTo("+0.0");
    }

    @Test
    void amountsHaveThreeFiguresOrMore() {
        assertThat(Numbers.amount(0.1234)).isEqualTo("0.12");
        assertThat(Numbers.amount(-12.34)).isEqualTo("-12.3");
        assertThat(Numbers.amount(1234.5)).isEqualTo("1235");
    }

    @Test
    void placesAreFixedOrAsFewAsDo() {
        assertThat(Numbers.rounded(2, 2)).isEqualTo("2.00");
        assertThat(Numbers.rounded(2.5, 0)).isEqualTo("3");
        assertThat(Numbers.plain(0.95)).isEqualTo("0.95");
        assertThat(Numbers.plain(100)).isEqualTo("100");
        assertThat(Numbers.times(2)).isEqualTo("2.000");
    }

    @Test
    void countsComeWithTheirNoun() {
        assertThat(Numbers.count(1, "core", "cores")).isEqualTo("1 core");
        assertThat(Numbers.count(1200, "core", "cores")).isEqualTo("1,200 cores");
        assertThat(Numbers.whole(1200)).isEqualTo("1,200");
    }

    @Test
    void saysWhereThereIsNone() {
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("-");
        assertThat(Numbers.signedPercent(Double.NaN)).isEqualTo("-");
        assertThat(Numbers.rounded(Double.POSITIVE_INFINITY, 2)).isEqualTo("-");
        assertThat(Numbers.times(Double.NaN)).isEqualTo("undefined");
        assertThat(Numbers.range(Interval.UNKNOWN, Numbers::percent)).isEqualTo("unknown");
    }

    @Test
    void smallPValuesHaveABound() {
        assertThat(Numbers.p(0.04321)).isEqualTo("0.0432");
        assertThat(Numbers.p(0.00009)).isEqualTo("below 0.0001");
    }
}
