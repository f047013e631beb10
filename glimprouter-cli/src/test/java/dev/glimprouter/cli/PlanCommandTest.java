package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Cue;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@code plan} makes of run files. */
class PlanCommandTest {

    private static final String GLIMPSE = "glimpse-tau-1.0.jsonl";

    @TempDir Path folder;

    @BeforeEach
    void evaluate() throws IOException {
        Path data = folder.resolve("sums.jsonl");
        Files.writeString(
                data,
                IntStream.range(0, 12)
                        .mapToObj(
                                "{\"question\":\"What is %d times 1?\",\"answer\":\"#### 1\"}\n"
                                        ::formatted)
                        .collect(Collectors.joining()));
        evaluate(data, "fit", "--half=calibration");
        evaluate(data, "rest", "--half=test");
    }

    private void evaluate(Path data, String out, String half) {
        Stage stage = Stage.with(folder, engine(10), engine(40));
        int code =
                stage.run(
                        "eval",
                        "--data=gsm8k:" + data,
                        half,
                        "--strategy=large,glimpse",
                        "--out=" + folder.resolve(out));
        assertThat(code).as(stage.err()).isZero();
    }

    /** Two steps, the first glimpsed at 1.5 nats, and an answer. */
    private static ScriptedEngine engine(int millis) {
        return ScriptedEngine.of(
                scene ->
                        ended(rest(scene.text()))
                                .pace(Duration.ofMillis(millis))
                                .entropy(scene.text().isEmpty() ? 1.5 : 0.1));
    }

    private static String rest(String written) {
        String all = "It is one.\n\nSo one.</think>\n\n\\boxed{1}";
        return written.contains("</think>")
                ? "\\boxed{1}"
                : written.isEmpty() ? all : all.substring(all.indexOf("So"));
    }

    /** With an end of the sequence that takes as long as any token. */
    private static Reply ended(String text) {
        List<Cue> cues = new ArrayList<>();
        Reply.text(text).cues().forEach(cues::add);
        cues.add(Cue.Word.ofEnd());
        return new Reply(cues);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Stage plan(String... args) {
        Stage stage = Stage.usual(folder);
        int code =
                stage.run(Stream.concat(Stream.of("plan"), Stream.of(args)).toArray(String[]::new));
        assertThat(code).as(stage.err()).isZero();
        return stage;
    }

    @Test
    void timedRunsAreEnough() {
        Stage stage = plan(file("fit/" + GLIMPSE), "--taus=0.05,2");

        assertThat(stage.out())
                .contains("small", "writes tokens/s", "100.0", "25.0")
                .containsPattern("glimpse\\(tau=1.0\\) +recorded")
                .containsPattern("glimpse\\(tau=0.05\\) +replayed")
                .containsPattern("large +replayed")
                .contains("Each fifth foretold by the others")
                .contains("whose path is taken as unchanged");
        assertThat(stage.err()).isEmpty();
    }

    @Test
    void thePredictionIsHeldAgainstOtherQuestions() {
        Stage stage =
                plan(
                        file("fit/" + GLIMPSE),
                        file("fit/large.jsonl"),
                        "--check",
                        file("rest/" + GLIMPSE),
                        file("rest/large.jsonl"));

        assertThat(stage.out())
                .contains("Held against measured runs on other questions")
                .contains("foretold s", "chance alone", "against large")
                .containsPattern("large +recorded +5 .*[+-]0\\.0 %");
    }

    @Test
    void givenSpeedsStandInForMeasuredOnes() {
        String[] given = {
            file("fit/" + GLIMPSE),
            "--small-decode=50",
            "--small-prefill=500",
            "--large-decode=20",
            "--large-prefill=200",
            "--glimpse-ms=5",
            "--overhead-ms=7",
            "--round-trip-ms=11"
        };

        assertThat(plan(given).out())
                .containsPattern("small +500\\.0 +7\\.0 ms +50\\.0")
                .containsPattern("large +200\\.0 +7\\.0 ms +20\\.0")
                .contains("A glimpse takes 5.0 ms more", "a request 11.0 ms");
    }

    @Test
    void doctorsSpeedsCanBeRead() throws IOException {
        Path speeds = folder.resolve("doctor.json");
        Files.writeString(
                speeds,
                """
                {"well":true,"models":[
                {"model":"tiny-large","state":"here, runs","prefillTokensPerSecond":80.0,"decodeTokensPerSecond":24.0},
                {"model":"other","state":"missing"},
                {"model":"tiny-small","state":"here, runs","prefillTokensPerSecond":187.0,"decodeTokensPerSecond":40.0}],
                "servers":[]}
                """);

        assertThat(plan(file("fit/" + GLIMPSE), "--speeds=" + speeds).out())
                .containsPattern("small +187\\.0 .* 40\\.0")
                .containsPattern("large +80\\.0 .* 24\\.0");

        Files.writeString(speeds, "{\"models\":[],\"servers\":[]}");
        refused("it holds no speeds", file("fit/" + GLIMPSE), "--speeds=" + speeds);
        Files.writeString(speeds, "no object");
        refused("not what doctor --json prints", file("fit/" + GLIMPSE), "--speeds=" + speeds);
    }

    @Test
    void ratiosAndPricesAndOtherForms() {
        String[] all = {
            file("fit/" + GLIMPSE),
            "--speed-ratio=2,8",
            "--small-price=0.1,0.4",
            "--large-price=1,4",
            "--hour-price=2"
        };

        assertThat(plan(all).out())
                .contains("Small writes 2.00 times as fast", "Small writes 8.00 times as fast")
                .contains("cost");
        List<String> markdown = new ArrayList<>(List.of(all));
        markdown.add("--markdown");
        assertThat(plan(markdown.toArray(String[]::new)).out())
                .startsWith("## Small writes 2.00 times as fast as large.\n\n| model |");
        List<String> json = new ArrayList<>(List.of(all));
        json.add("--json");
        assertThat(plan(json.toArray(String[]::new)).out())
                .startsWith("{")
                .contains("\"basis\" : \"recorded\"", "\"verdict\" : ");
    }

    @Test
    void whatCannotBePlannedIsOneLine() {
        String run = file("fit/" + GLIMPSE);
        refused("Missing required parameter");
        refused("there is no such file", file("none.jsonl"));
        refused("not the header of a run", file("sums.jsonl"));
        refused("--small-decode is above 0", run, "--small-decode=0");
        refused("--speed-ratio is above 0", run, "--speed-ratio=-1");
        refused("--glimpse-ms is 0 or more", run, "--glimpse-ms=-1");
        refused("--rejected is a share", run, "--rejected=2");
        refused("--small-price takes two prices", run, "--small-price=1");
        refused("--large-price takes two prices", run, "--large-price=a,b");
        refused("--hour-price is 0 or more", run, "--hour-price=-2");
        refused("leave out either --json", run, "--json", "--markdown");
        refused("Record a run of it", run, "--strategy=speccot");
        refused("fitted on", run, "--check", run);
    }

    private void refused(String words, String... args) {
        Stage stage = Stage.usual(folder);

        int code =
                stage.run(Stream.concat(Stream.of("plan"), Stream.of(args)).toArray(String[]::new));

        assertThat(code).as(words).isEqualTo(2);
        assertThat(stage.err()).containsIgnoringCase(words).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
    }
}
