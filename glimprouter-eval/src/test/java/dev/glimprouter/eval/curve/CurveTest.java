package dev.glimprouter.eval.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.calibrate.Sums;
import dev.glimprouter.eval.calibrate.Tunable;
import dev.glimprouter.eval.curve.CurveLine.Kind;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.Measured;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A sweep beside random writers and others at the same rates. */
class CurveTest {

    @TempDir Path folder;

    private static Tunable open(String strategy) {
        return Tunable.parse(strategy, Sums.RULES);
    }

    private Curve curve(Sums sums, List<Double> thresholds, String... against) {
        CurvePlan plan =
                new CurvePlan(
                        sums.questions(),
                        open("glimpse"),
                        thresholds,
                        4,
                        List.of(against).stream().map(CurveTest::open).toList());
        return Curve.of(plan, sums.runner());
    }

    private static double rate(CurveLine line) {
        return line.figures().stepsByLarge().orElseThrow().value();
    }

    @Test
    void pointsAreSpreadByTheScoresOfAFirstRun() {
        Curve curve = curve(new Sums(folder, 10), List.of());

        assertThat(curve.of(Kind.END))
                .extracting(CurveLine::system)
                .containsExactly("small", "large");
        assertThat(curve.of(Kind.SWEPT))
                .extracting(CurveTest::rate)
                .containsExactly(0.2, 0.4, 0.5, 1.0);
        assertThat(curve.of(Kind.SWEPT)).extracting(CurveLine::point).containsExactly(1, 2, 3, 4);
        assertThat(curve.of(Kind.RANDOM))
                .extracting(CurveLine::system)
                .containsExactly(
                        "random(rate=0.2, stream=0)",
                        "random(rate=0.4, stream=0)",
                        "random(rate=0.5, stream=0)",
                        "random(rate=1.0, stream=0)");
    }

    @Test
    void othersAreBroughtToTheRateOfEachPoint() {
        Curve curve = curve(new Sums(folder, 10), List.of(0.5, 0.9), "hstep", "pplstep");

        assertThat(curve.lines())
                .extracting(CurveLine::kind)
                .containsExactly(
                        Kind.END,
                        Kind.END,
                        Kind.SWEPT,
                        Kind.MATCHED,
                        Kind.MATCHED,
                        Kind.RANDOM,
                        Kind.SWEPT,
                        Kind.MATCHED,
                        Kind.MATCHED,
                        Kind.RANDOM);
        assertThat(curve.of(Kind.SWEPT)).extracting(CurveTest::rate).containsExactly(0.3, 0.1);
        assertThat(curve.of(Kind.MATCHED))
                .extracting(CurveTest::rate)
                .containsExactly(0.3, 0.3, 0.1, 0.1);
    }

    @Test
    void eachIsHeldAgainstRandomAtItsRate() {
        Curve curve = curve(new Sums(folder, 10), List.of(0.5, 0.9), "hstep");

        assertThat(curve.lines().stream().flatMap(line -> line.versus().stream()))
                .extracting(Versus::control)
                .containsExactly(
                        "random(rate=0.3, stream=0)",
                        "random(rate=0.3, stream=0)",
                        "random(rate=0.1, stream=0)",
                        "random(rate=0.1, stream=0)");
        assertThat(curve.of(Kind.SWEPT).getFirst().versus().orElseThrow().difference().value())
                .isZero();
    }

    @Test
    void pValuesAreAdjustedOverAllLines() {
        List<CurveLine> lines = Curve.adjusted(List.of(line(0.01), line(1), line(0.03), none()));

        assertThat(lines.stream().flatMap(one -> one.versus().stream()))
                .extracting(Versus::adjustedP)
                .containsExactly(0.03, 1.0, 0.06);
        assertThat(lines.getLast().versus()).isEmpty();
    }

    private CurveLine line(double p) {
        Measured difference = new Measured(0.1, new Interval(0, 0.2));
        return none().withVersus(Optional.of(new Versus("random", difference, p, p)));
    }

    private CurveLine none() {
        return curve(new Sums(folder.resolve("one"), 2), List.of(0.2)).lines().getFirst();
    }

    @Test
    void theSameAgainAsksNothing() {
        Curve first = curve(new Sums(folder, 4), List.of(), "hstep");
        Sums again = new Sums(folder, 4);

        assertThat(curve(again, List.of(), "hstep")).isEqualTo(first);
        assertThat(again.asked).hasSize(3).allMatch(line -> line.startsWith("0 by "));
    }

    @Test
    void itIsATableCsvAndJson() {
        Curve curve = curve(new Sums(folder, 10), List.of(0.5), "hstep");

        assertThat(new CurveTable(curve).text().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(6)
                .startsWith(
                        "system steps by large 95 % tokens by large right 95 % seconds against"
                                + " random 95 % p by Holm")
                .anySatisfy(line -> assertThat(line).startsWith("glimpse(tau=0.5) 30.0 % "));
        assertThat(new CurveTable(curve).markdown()).startsWith("| system | steps by large |");

        List<String> csv = CurveCsv.of(curve).lines().toList();
        assertThat(csv).hasSize(6);
        assertThat(csv.getFirst().split(",", -1)).hasSize(25);
        assertThat(csv.get(3))
                .startsWith("swept,1,glimpse(tau=0.5),0.5,glimpse-tau-0.5.jsonl,10,0,0,0.3,");
        assertThat(csv.get(5)).startsWith("random,1,\"random(rate=0.3, stream=0)\",0.3,");

        JsonNode json = JsonMapper.shared().readTree(CurveJson.of(curve));
        assertThat(json.get("dataset").stringValue()).isEqualTo("sums");
        assertThat(json.get("lines")).hasSize(5);
        assertThat(json.get("lines").get(0).get("threshold").isNull()).isTrue();
        assertThat(json.get("lines").get(3).get("versus").get("control").stringValue())
                .isEqualTo("random(rate=0.3, stream=0)");
    }

    @Test
    void thresholdsOutOfRangeAndNoPointsAreErrors() {
        Sums sums = new Sums(folder, 2);
        assertThatThrownBy(() -> curve(sums, List.of(-1.0)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("goes from 0.0 to Infinity");
        assertThatThrownBy(
                        () ->
                                new CurvePlan(
                                        sums.questions(), open("glimpse"), List.of(), 0, List.of()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("one point at least");
    }
}
