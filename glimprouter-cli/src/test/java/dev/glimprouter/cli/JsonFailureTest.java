package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;

/** What {@code ask --json} prints of a question without an answer. */
class JsonFailureTest {

    @TempDir Path folder;

    private static JsonNode object(Stage stage) {
        assertThat(stage.out()).endsWith("}\n").hasLineCount(1);
        return JsonMapper.shared().readTree(stage.out());
    }

    private Stage secondStep(Reply second) {
        RetryableException lost = new RetryableException("Lost: ask again.");
        return Stage.of(
                folder,
                List.of(Reply.text("One.\n\n").entropy(0), second),
                List.of(Reply.failure(lost)));
    }

    @Test
    void aFailureKeepsItsCodeAndSaysWhatWasWritten() {
        RetryableException lost = new RetryableException("Lost: ask again.");
        Stage stage = secondStep(Reply.tokens("Half").entropy(0).thenFail(lost));

        assertThat(stage.run("ask", "--json", "x")).isEqualTo(4);

        JsonNode object = object(stage);
        assertThat(object.get("outcome").asString()).isEqualTo("failed");
        assertThat(object.get("error").toString())
                .isEqualTo("{\"kind\":\"RetryableException\",\"message\":\"Lost: ask again.\"}");
        assertThat(object.get("reasoning").asString()).isEqualTo("One.\n\n");
        assertThat(stage.err()).isEqualTo("glimprouter: Lost: ask again.\n");
    }

    @Test
    void aCancellationKeepsItsCodeAndSaysWhatWasWritten() throws Exception {
        Stage stage = secondStep(Reply.tokens("Half").entropy(0).thenSilence());
        Thread keyboard =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    stage.small.awaitSilence();
                                    stage.interrupts.raise(Interrupts.Kind.INT);
                                });

        int code = stage.run("ask", "--json", "x");
        keyboard.join();

        assertThat(code).isEqualTo(130);
        assertThat(object(stage).get("outcome").asString()).isEqualTo("cancelled");
        assertThat(object(stage).get("steps").size()).isEqualTo(1);
        assertThat(stage.err()).isEqualTo("glimprouter: Interrupted.\n");
    }

    @Test
    void anOutputThatIsClosedTooDoesNotHideTheFailure() {
        RetryableException lost = new RetryableException("Lost: ask again.");
        Stage stage = secondStep(Reply.failure(lost));
        stage.out = new ClosedOutput();

        assertThat(stage.run("ask", "--json", "x")).isEqualTo(4);

        assertThat(stage.err()).isEqualTo("glimprouter: Lost: ask again.\n");
    }

    @Test
    void aQuestionThatWasNotStartedHasNoObject() {
        Stage stage = Stage.usual(folder).refusing(new SetupException("Damaged: pull it again."));

        assertThat(stage.run("ask", "--json", "x")).isEqualTo(3);

        assertThat(stage.out()).isEmpty();
    }
}
