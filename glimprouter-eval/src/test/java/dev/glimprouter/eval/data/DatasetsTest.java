package dev.glimprouter.eval.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.models.DownloadSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class DatasetsTest {

    @TempDir Path temp;
    private Datasets datasets;

    @BeforeEach
    void open() {
        datasets = new Datasets(temp.resolve("cache"), DownloadSettings.DEFAULT);
    }

    private Path file(String name, String... lines) {
        try {
            return Files.writeString(temp.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Gold whole(long value) {
        return new Gold.Whole(BigInteger.valueOf(value));
    }

    @Test
    void readsAimeWithItsZeros() {
        Path file =
                file(
                        "a.jsonl",
                        """
                        {"id": "60", "problem": "How\\tmany?", "answer": "025"}""",
                        """
                        {"id": 61, "problem": "And now?", "answer": 204}""");
        Dataset set = datasets.load("aime24:" + file);
        assertThat(set.problems())
                .containsExactly(
                        new Problem("60", "How\tmany?", whole(25)),
                        new Problem("61", "And now?", whole(204)));
        assertThat(set.task()).isEqualTo(Task.MATHS);
        assertThat(set.notes()).isEmpty();
        assertThat(set.publishable()).isTrue();
    }

    @Test
    void repairsLostBackslashesOf2025AndSaysSo() {
        Path file =
                file(
                        "b.jsonl",
                        """
                        {"id": "0", "problem": "Fine:\\tas it is", "answer": "1"}""",
                        """
                        {"id": "1", "problem": "Halve $\\frac{m}{n}$ of \\triangle ABC", "answer": "336^\\\\circ"}""");
        Dataset set = datasets.load("aime25:" + file);
        assertThat(set.problems())
                .containsExactly(
                        new Problem("0", "Fine:\tas it is", whole(1)),
                        new Problem("1", "Halve $\\frac{m}{n}$ of \\triangle ABC", whole(336)));
        assertThat(set.notes())
                .containsExactly("lost backslashes of LaTeX put back in 1 rows (from 0): 1");
    }

    @Test
    void refusesDamageThatNoCommandExplains() {
        Path file = file("c.jsonl", "{\"problem\": \"a \\fb\", \"answer\": \"1\"}");
        assertThatThrownBy(() -> datasets.load("aime25:" + file))
                .isInstanceOf(RequestException.class)
                .hasMessage(
                        file
                                + ", line 1: the text holds a control character that no LaTeX"
                                + " command explains.");
    }

    @Test
    void readsMath500() {
        Path file =
                file(
                        "m.jsonl",
                        """
                        {"problem": "P?", "solution": "S", "answer": "\\\\frac12", "subject": "Algebra", "unique_id": "test/1.json"}""");
        Problem problem = datasets.load(file.toString()).problems().getFirst();
        assertThat(problem)
                .isEqualTo(
                        new Problem("test/1.json", "P?", new Gold.Expression("\\frac12"))
                                .withSubject(Optional.of("Algebra")));
    }

    @Test
    void readsGsm8kFromBehindTheMark() {
        Path file =
                file(
                        "g.jsonl",
                        "",
                        """
                        {"question": "Q?", "answer": "2 #### is no answer\\n#### 1,234"}""");
        Dataset set = datasets.load(file.toString());
        assertThat(set.name()).isEqualTo("gsm8k");
        assertThat(set.problems()).containsExactly(new Problem("gsm8k-0", "Q?", whole(1234)));
    }

    @Test
    void acceptsRawTabsAndAByteOrderMark() {
        Path file = file("t.jsonl", "\uFEFF{\"question\": \"a\tb\", \"answer\": \"#### 1\"}\r");
        assertThat(datasets.load("gsm8k:" + file).problems().getFirst().text()).isEqualTo("a\tb");
    }

    @Test
    void readsAnyFileAndSaysWhatItTook() {
        Path file =
                file(
                        "own.jsonl",
                        """
                        {"prompt": "2+2?", "target": "4", "task_id": "x"}""",
                        """
                        {"prompt": "Capital?", "target": "Paris", "task_id": "y"}""");
        Dataset set = datasets.load(file + "#publish=no");
        assertThat(set.problems())
                .containsExactly(
                        new Problem("x", "2+2?", whole(4)),
                        new Problem("y", "Capital?", new Gold.Expression("Paris")));
        assertThat(set.notes())
                .containsExactly("questions from the field prompt, answers from target");
        assertThat(set.name()).isEqualTo("own.jsonl");
        assertThat(set.publishable()).isFalse();
    }

    @Test
    void warnsOfDamageThatItDoesNotRepair() {
        Path file = file("own.jsonl", "{\"question\": \"\\frac12?\", \"answer\": \"1\"}");
        Dataset set = datasets.load(file.toString());
        assertThat(set.problems().getFirst().text()).isEqualTo("\frac12?");
        assertThat(set.notes())
                .contains(
                        "1 questions may have lost backslashes: read the file as aime25 to repair"
                                + " them");
    }

    @Test
    void readsFieldsThatTheUserNames() {
        Path file = file("own.jsonl", "{\"q\": \"2+2?\", \"question\": \"no\", \"a\": 4}");
        Dataset set = datasets.load("jsonl:" + file + "#question=q&answer=a&task=maths");
        assertThat(set.problems()).containsExactly(new Problem("0", "2+2?", whole(4)));
        assertThat(set.task()).isEqualTo(Task.MATHS);
    }

    @ParameterizedTest
    @CsvSource({"B, B", "(b), B", "1, B", "two, B"})
    void readsChoices(String written, char letter) {
        Path file =
                file(
                        "own.jsonl",
                        """
                        {"question": "Q?", "choices": ["one", "two"], "answer": "%s"}"""
                                .formatted(written));
        Dataset set = datasets.load(file.toString());
        assertThat(set.task()).isEqualTo(Task.CHOICE);
        assertThat(set.problems().getFirst().gold()).isEqualTo(new Gold.Choice(letter));
        assertThat(set.problems().getFirst().options()).containsExactly("one", "two");
    }

    @Test
    void saysWhichFieldItMisses() {
        Path file = file("own.jsonl", "{\"text\": \"Q?\", \"answer\": 4}");
        assertThatThrownBy(() -> datasets.load(file.toString()))
                .isInstanceOf(RequestException.class)
                .hasMessage(
                        "No field of line 1 looks like the question (text, answer): name it with"
                                + " #question=FIELD.");
    }

    @Test
    void namesTheLineThatIsWrong() {
        Path broken = file("d.jsonl", "{\"question\": \"Q\", \"answer\": \"#### 1\"}", "{oops");
        assertThatThrownBy(() -> datasets.load("gsm8k:" + broken))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith(broken + ", line 2: not valid JSON: ");
        Path wordy = file("e.jsonl", "{\"question\": \"Q\", \"answer\": \"#### many\"}");
        assertThatThrownBy(() -> datasets.load("gsm8k:" + wordy))
                .hasMessage(wordy + ", line 1: the answer \" many\" is no whole number.");
        Path lacking = file("f.jsonl", "{\"question\": \"Q\"}");
        assertThatThrownBy(() -> datasets.load("gsm8k:" + lacking))
                .hasMessage(lacking + ", line 1: the field \"answer\" must be a text or a number.");
        Path twice =
                file(
                        "g.jsonl",
                        "{\"id\":1,\"problem\":\"P\",\"answer\":1}",
                        "{\"id\":1,\"problem\":\"R\",\"answer\":1}");
        assertThatThrownBy(() -> datasets.load("aime24:" + twice))
                .hasMessageContaining("two problems with the id 1");
        Path empty = file("h.jsonl", "");
        assertThatThrownBy(() -> datasets.load("aime24:" + empty)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> datasets.load("aime24:" + temp.resolve("none")))
                .hasMessageStartingWith("There is no file ");
    }

    @Test
    void readsGpqaAndKeepsItPrivate() {
        Path file =
                file(
                        "diamond.csv",
                        "Record ID,Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,Incorrect Answer 3,Subdomain",
                        "rec1,\"What, \"\"exactly\"\"\nis it?\",right,w1,w2,\"w,3\",Optics");
        Dataset set = datasets.load(file + "#publish=yes");
        Problem problem = set.problems().getFirst();
        assertThat(problem.text()).isEqualTo("What, \"exactly\"\nis it?");
        assertThat(problem.options()).containsExactly("right", "w1", "w2", "w,3");
        assertThat(problem.gold()).isEqualTo(new Gold.Choice('A'));
        assertThat(problem.subject()).contains("Optics");
        assertThat(problem.id()).isEqualTo("rec1");
        assertThat(set.publishable()).isFalse();
        assertThat(set.task()).isEqualTo(Task.CHOICE);
    }

    @Test
    void namesTheLineOfABrokenTable() {
        String head =
                "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,Incorrect Answer 3";
        Path few = file("x.csv", head, "\"q\n2\",a,b,c,d", "q,a,b,c");
        assertThatThrownBy(() -> datasets.load(few.toString()))
                .hasMessage(few + ", line 4: there are 4 cells and 5 columns.");
        Path open = file("y.csv", head, "q,\"a,b,c,d");
        assertThatThrownBy(() -> datasets.load(open.toString()))
                .hasMessage(open + ", line 2: a quote is never closed.");
        Path other = file("z.csv", "Question,Answer", "q,a");
        assertThatThrownBy(() -> datasets.load(other.toString()))
                .hasMessageContaining("the column \"Correct Answer\" is missing");
    }

    @Test
    void comparesTheChecksumThatTheUserGives() throws IOException {
        Path file = file("k.jsonl", "{\"question\": \"Q\", \"answer\": \"#### 1\"}");
        String sha256 = Sha256.of(file, _ -> {});
        assertThat(datasets.load("gsm8k:" + file + "#sha256=" + sha256).sha256()).isEqualTo(sha256);
        String other = Sha256.of("other");
        assertThatThrownBy(() -> datasets.load("gsm8k:" + file + "#sha256=" + other))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("it is another file");
    }

    @Test
    void keepsHashesThatIgnoreWhiteSpace() {
        Problem one = new Problem("a", "What  is\n it?", whole(1));
        Problem other = new Problem("b", "What is it? ", whole(2));
        assertThat(one.hash()).isEqualTo(other.hash()).hasSize(64);
        assertThat(new Problem("a", "What is this?", whole(1)).hash()).isNotEqualTo(one.hash());
    }
}
