package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code compare} makes of run files. */
class CompareCommandTest {

    @TempDir Path folder;

    @BeforeEach
    void evaluate() throws IOException {
        Path data = folder.resolve("sums.jsonl");
        Files.writeString(
                data,
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        "{\"question\":\"What is %d times 1?\",\"answer\":\"#### %d\"}\n"
                                                .formatted(i, i % 2))
                        .collect(Collectors.joining()));
        evaluate(data, "runs", "1");
        evaluate(data, "again", "2");
    }

    /** Small always says 0, large always 1. */
    private void evaluate(Path data, String out, String seed) {
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.looping("Hm.</think>\n\n\\boxed{0}"),
                        ScriptedEngine.of(_ -> Reply.text("So one.</think>\n\n\\boxed{1}")));
        int code =
                stage.run(
                        "eval",
                        "--data=gsm8k:" + data,
                        "--strategy=small,large",
                        "--seed=" + seed,
                        "--out=" + folder.resolve(out));
        assertThat(code).as(stage.err()).isZero();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void furtherRunsAreHeldAgainstTheFirst() {
        Stage stage = Stage.usual(folder);

        int code = stage.run("compare", file("runs/large.jsonl"), file("runs/small.jsonl"));

        assertThat(code).isZero();
        assertThat(stage.out())
                .startsWith("small against large\n")
                .contains("12 in common", "small", "50.0 % right");
        assertThat(stage.err()).isEmpty();
    }

    @Test
    void runsOfOneStrategyAreToldApart() {
        Stage stage = Stage.usual(folder);

        int code =
                stage.run(
                        "compare",
                        "--margin=0.02",
                        file("runs/large.jsonl"),
                        file("again/large.jsonl"),
                        file("runs/small.jsonl"));

        assertThat(code).isZero();
        assertThat(stage.out())
                .contains(
                        "large (%s) against large (%s)"
                                .formatted(file("again/large.jsonl"), file("runs/large.jsonl")))
                .contains("margin", "after Holm for 2 comparisons");
    }

    @Test
    void thereAreOtherForms() {
        Stage json = Stage.usual(folder);
        json.run("compare", "--json", file("runs/large.jsonl"), file("runs/small.jsonl"));
        assertThat(json.out()).startsWith("{").contains("\"system\" : \"small\"");

        Stage markdown = Stage.usual(folder);
        markdown.run("compare", "--markdown", file("runs/large.jsonl"), file("runs/small.jsonl"));
        assertThat(markdown.out()).startsWith("## small against large\n");
    }

    @Test
    void whatCannotBeComparedIsOneLine() throws IOException {
        refused("requires at least 2 values", file("runs/large.jsonl"));
        refused("there is no such file", file("runs/large.jsonl"), file("none.jsonl"));
        refused("named twice", file("runs/large.jsonl"), file("runs/large.jsonl"));
        refused(
                "between 0 and 1",
                "--margin=2",
                file("runs/large.jsonl"),
                file("runs/small.jsonl"));
        refused("not the header of a run", file("runs/large.jsonl"), file("sums.jsonl"));
        Path header = folder.resolve("header.jsonl");
        Files.writeString(
                header, Files.readAllLines(Path.of(file("runs/small.jsonl"))).getFirst() + "\n");
        refused("These runs cannot be compared", file("runs/large.jsonl"), header.toString());
    }

    private void refused(String words, String... args) {
        Stage stage = Stage.usual(folder);
        String[] all = new String[args.length + 1];
        all[0] = "compare";
        System.arraycopy(args, 0, all, 1, args.length);

        assertThat(stage.run(all)).isEqualTo(2);

        assertThat(stage.err()).contains(words).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
    }
}
