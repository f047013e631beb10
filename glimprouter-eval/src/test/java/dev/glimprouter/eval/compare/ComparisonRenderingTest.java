package dev.glimprouter.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.grade.Mark;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The same comparison for a terminal, as Markdown and as JSON. */
class ComparisonRenderingTest {

    private static final Comparisons COMPARISONS =
            Comparisons.of(
                    List.of(
                            Runs.singles("router", 0.5, "+++++--++?" + "+".repeat(30)),
                            Runs.singles("small|1", 0.25, "-".repeat(20) + "+".repeat(20))),
                    Runs.singles("large", 1, "++++++++-+" + "+".repeat(30)),
                    ComparisonPlan.DEFAULT.withMargin(0.05));

    @Test
    void forATerminal() {
        String text = ComparisonText.of(COMPARISONS);

        assertThat(text.lines().toList())
                .startsWith(
                        "router against large",
                        "  questions        39 in common, 39 and 39 runs; 1 not compared: not run by both, or not graded",
                        "  router           94.9 % right (82.4 % to 98.7 %)",
                        "  large            97.4 % right (86.1 % to 99.6 %)")
                .contains("small|1 against large")
                .allSatisfy(line -> assertThat(line).doesNotContain("NaN", "Infinity"));
        assertThat(text)
                .contains("  margin           5.0 %: open, the interval reaches beyond it\n")
                .contains("  unscored         1 and 0 runs; graded, they could put the difference")
                .contains("small|1 is right less often than large. It takes less time: ");
    }

    private static Outcomes oneRight(String system, Map<String, Double> tokens) {
        return new Outcomes(
                system,
                List.of(new Outcome("q0", "q0", 0, Mark.RIGHT, OptionalDouble.of(1), tokens)));
    }

    @Test
    void tokensThatOnlyOneTakesAreNoRatio() {
        Comparisons of =
                Comparisons.of(
                        List.of(oneRight("small", Map.of("small", 40.0))),
                        Runs.singles("large", 1, "+"),
                        ComparisonPlan.DEFAULT);

        assertThat(ComparisonText.of(of))
                .contains(
                        "  tokens of large  only large takes any: mean 10.0, median 10.0, 95th 10.0\n")
                .contains(
                        "  tokens of small  only small takes any: mean 40.0, median 40.0, 95th 40.0\n");
    }

    @Test
    void tokensThatNeitherTakesAreLeftOut() {
        Comparisons of =
                Comparisons.of(
                        List.of(oneRight("large+speculative", Map.of("small", 0.0, "large", 10.0))),
                        Runs.singles("large", 1, "+"),
                        ComparisonPlan.DEFAULT);

        assertThat(ComparisonText.of(of))
                .contains("  tokens of large    1.000 times")
                .doesNotContain("tokens of small");
    }

    @Test
    void twoQuestionsSayThatTheyShowNothing() {
        Comparisons of =
                Comparisons.of(
                        List.of(Runs.singles("router", 0.5, "+-")),
                        Runs.singles("large", 1, "-+"),
                        ComparisonPlan.DEFAULT);

        assertThat(ComparisonText.of(of))
                .contains("+0.0 points (-100.0 to +100.0 by t; ")
                .containsPattern(
                        "  power +no difference shows with a chance of 80 %; for 5.0 % it takes about [\\d,]+ questions\n");
    }

    @Test
    void asMarkdown() {
        String text = ComparisonMarkdown.of(COMPARISONS);

        assertThat(text)
                .startsWith("## router against large\n\n| | |\n| --- | --- |\n| questions | ")
                .contains("\n\n## small\\|1 against large\n\n");
        assertThat(text.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").split("\\|")).hasSize(3));
    }

    @Test
    void asJson() {
        JsonNode json = JsonMapper.shared().readTree(ComparisonJson.of(COMPARISONS));
        JsonNode first = json.get("comparisons").get(0);

        assertThat(json.get("plan").get("margin").doubleValue()).isEqualTo(0.05);
        assertThat(first.get("a").get("system").stringValue()).isEqualTo("router");
        assertThat(first.get("a").get("share").doubleValue()).isEqualTo(37 / 39.0);
        assertThat(first.get("a").get("unscored").intValue()).isEqualTo(1);
        assertThat(first.get("mcNemar").get("onlyB").intValue()).isEqualTo(2);
        assertThat(first.get("nonInferiority").get("verdict").stringValue()).isEqualTo("open");
        assertThat(first.get("seconds").get("ratio").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("comparisons").get(1).get("comparisons").intValue()).isEqualTo(2);
    }
}
