package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/** What {@code curve} asks and prints. */
class CurveCommandTest extends SumsTestBase {

    CurveCommandTest() {
        super("curve", 10);
    }

    private Stage stage() {
        Script script =
                scene -> {
                    int i = number(scene);
                    String answer = right(i);
                    Duration pause = Duration.ofMillis(100);
                    return scene.text().isEmpty()
                            ? Reply.text("Add.</think>\n\n" + answer)
                                    .entropy(0.05 + 0.1 * i)
                                    .pace(pause)
                            : Reply.text(answer).pace(pause);
                };
        return Stage.with(folder, ScriptedEngine.of(script), ScriptedEngine.of(script));
    }

    @Test
    void itEndsWithATableOfAllRuns() {
        Stage stage = stage();

        assertThat(run(stage, "--taus=0.2,0.7", "--against=hstep")).as(stage.err()).isZero();

        List<String> lines = stage.out().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.get(3)).startsWith("glimpse(tau=0.2) 80.0 % ");
        assertThat(lines.get(4)).startsWith("hstep(tau=").contains(") 80.0 % ");
        assertThat(lines.get(5)).startsWith("random(rate=0.8, stream=0) ");
        assertThat(lines.get(6)).startsWith("glimpse(tau=0.7) 30.0 % ");
        assertThat(stage.err()).doesNotContain("glimprouter:");
    }

    @Test
    void pointsAreSpreadAndFormsAreToBeHad() {
        Stage csv = stage();
        assertThat(run(csv, "--points=3", "--csv")).as(csv.err()).isZero();
        assertThat(csv.out()).startsWith("kind,point,system,threshold,").hasLineCount(9);

        Stage json = stage();
        assertThat(run(json, "--points=3", "--json")).isZero();
        assertThat(json.out()).startsWith("{\"dataset\":\"gsm8k\",\"lines\":[").hasLineCount(1);

        Stage markdown = stage();
        assertThat(run(markdown, "--points=3", "--markdown")).isZero();
        assertThat(markdown.out()).startsWith("| system | steps by large |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--points=3 --taus=1 | Leave out either --points or --taus",
                "--points=0 | one point at least",
                "--taus=-1 | goes from 0.0 to Infinity",
                "--taus=x | is not a number",
                "--csv --json | Leave out all of --csv, --json and --markdown but one",
                "--json --markdown | Leave out either",
                "--strategy=small | leaves no threshold open",
                "--against=large | leaves no threshold open"
            })
    void wrongUsageIsOneLine(String args, String words) {
        Stage stage = stage();

        assertThat(run(stage, args.split(" "))).isEqualTo(2);

        assertThat(stage.err()).startsWith("glimprouter: ").contains(words.strip()).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
        assertThat(stage.opened).isEmpty();
    }
}
