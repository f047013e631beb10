package dev.glimprouter.eval.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.models.DownloadSettings;
import dev.glimprouter.trace.internal.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class LiveCodeBenchTest {

    /** Base64 of zlib of a pickle, by Python, of one test: no input, output x. */
    private static final String HIDDEN = "eJxrYJkqzwABPdLR1UqZeQWlJUpWSko6SvmlJRB2hVJt7BQ9ANRWC1s=";

    @TempDir Path temp;

    private static ObjectNode row(String id) {
        return Json.object()
                .put("question_title", "A title")
                .put("question_content", "Print it.")
                .put("platform", "atcoder")
                .put("question_id", id)
                .put("difficulty", "easy")
                .put("starter_code", "")
                .put(
                        "public_test_cases",
                        "[{\"input\": \"1\\n\", \"output\": \"é\", \"testtype\": \"stdin\"}]")
                .put("private_test_cases", HIDDEN)
                .put("metadata", "{}");
    }

    private Path file(ObjectNode... rows) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ObjectNode row : rows) {
            lines.append(Json.text(row)).append("\n\n");
        }
        return Files.writeString(temp.resolve("lcb.jsonl"), lines);
    }

    private Dataset load(Path file) {
        return new Datasets(temp.resolve("cache"), DownloadSettings.DEFAULT).load(file.toString());
    }

    private static CodeTests tests(Problem problem) {
        return ((Gold.Code) problem.gold()).tests().load();
    }

    @Test
    void readsTextsAtOnceAndTestsWhenTheyAreNeeded() throws IOException {
        ObjectNode second =
                row("3000")
                        .put("starter_code", "class Solution:\n    def f(self, x):")
                        .put("metadata", "{\"func_name\": \"f\"}")
                        .put("private_test_cases", "[{\"input\": \"2\", \"output\": \"4\"}]");
        Dataset set = load(file(row("abc1_a"), second));
        assertThat(set.name()).isEqualTo("livecodebench");
        assertThat(set.publishable()).isFalse();
        Problem script = set.problems().getFirst();
        assertThat(script.text())
                .isEqualTo(
                        "Print it.\n\nThe program reads from standard input and writes to standard"
                                + " output.");
        assertThat(script.subject()).contains("easy");
        assertThat(tests(script))
                .isEqualTo(
                        new CodeTests(
                                Optional.empty(),
                                List.of(new CodeTest("1\n", "é"), new CodeTest("", "x"))));
        Problem function = set.problems().getLast();
        assertThat(function.text())
                .isEqualTo(
                        "Print it.\n\nComplete this code:\n```python\nclass Solution:\n    def"
                                + " f(self, x):\n```");
        assertThat(tests(function).function()).contains("f");
        assertThat(tests(function).tests().getLast()).isEqualTo(new CodeTest("2", "4"));
    }

    @Test
    void flagsProblemsThatTheAuthorsDoubt() throws IOException {
        Dataset set =
                load(
                        file(
                                row("abc337_e"),
                                row("7").put("question_title", "find-the-peaks"),
                                row("abc1_a")));
        assertThat(set.problems().get(0).caveat()).contains("it needs a dialogue with the judge");
        assertThat(set.problems().get(1).caveat())
                .contains("more than one output is right and one is accepted");
        assertThat(set.problems().get(2).caveat()).isEmpty();
        assertThat(set.notes())
                .containsExactly("listed by the authors as not fairly gradable: abc337_e, 7");
    }

    @Test
    void namesTheLineOfDamagedTests() throws IOException {
        Path file = file(row("a"), row("b").put("private_test_cases", "!" + HIDDEN));
        Problem damaged = load(file).problems().getLast();
        assertThatThrownBy(() -> tests(damaged))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith(file + ", line 3: the hidden tests are damaged: ");
    }

    @Test
    void noticesAFileThatChanged() throws IOException {
        Problem problem = load(file(row("a"), row("b"))).problems().getLast();
        file(row("a"), row("c"));
        assertThatThrownBy(() -> tests(problem)).hasMessageContaining("the file was changed");
        file(row("a"));
        assertThatThrownBy(() -> tests(problem)).hasMessageContaining("cannot be read");
    }

    @Test
    void refusesARowWithoutTests() throws IOException {
        ObjectNode row = row("a");
        row.remove("public_test_cases");
        Path file = file(row);
        assertThatThrownBy(() -> load(file))
                .hasMessage(file + ", line 1: the field \"public_test_cases\" must be a text.");
    }
}
