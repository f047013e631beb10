package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Several turns. */
class ChatTest {

    @TempDir Path folder;

    private Stage stage() {
        return Stage.of(
                folder,
                List.of(Reply.text("Think.</think>").entropy(0)),
                List.of(Reply.text("Answer.")));
    }

    @Test
    void eachLineIsATurnAndLaterTurnsSeeTheAnswersOnly() {
        Stage stage = stage().typed("One?\nTwo?\n");
        Path file = folder.resolve("run.jsonl");

        assertThat(stage.run("chat", "--instruction", "", "--trace", file.toString())).isZero();

        assertThat(stage.out()).isEqualTo("Answer.\nAnswer.\n");
        assertThat(Trace.read(folder.resolve("run-2.jsonl")).header().question().messages())
                .containsExactly(
                        new Message(Role.USER, "One?"),
                        new Message(Role.ASSISTANT, "Answer."),
                        new Message(Role.USER, "Two?"));
    }

    @Test
    void resetForgetsAndQuitEnds() {
        Stage stage = stage().typed("One?\n/reset\nTwo?\n/quit\nThree?\n");
        Path file = folder.resolve("run.jsonl");

        stage.run("chat", "--instruction", "", "--trace", file.toString());

        assertThat(Trace.read(folder.resolve("run-2.jsonl")).header().question().messages())
                .containsExactly(new Message(Role.USER, "Two?"));
        assertThat(folder.resolve("run-3.jsonl")).doesNotExist();
    }

    @Test
    void anUnknownCommandIsNotSentToTheModels() {
        Stage stage = stage().typed("/rest\n");

        stage.run("chat");

        assertThat(stage.err()).contains("There is no command /rest");
        assertThat(stage.small.calls()).isEmpty();
    }

    @Test
    void linesBetweenQuotesAreOneMessage() {
        Stage stage = stage().typed("\"\"\"\nOne\n\ntwo\n\"\"\"\n");
        Path file = folder.resolve("run.jsonl");

        stage.run("chat", "--instruction", "", "--trace", file.toString());

        assertThat(Trace.read(folder.resolve("run-1.jsonl")).header().question().messages())
                .containsExactly(new Message(Role.USER, "One\n\ntwo"));
    }

    @Test
    void pastedLinesAreOneMessageOnAKeyboard() {
        Stage stage = stage().on(Stage.SCREEN).typed("One\ntwo\n");
        Path file = folder.resolve("run.jsonl");

        stage.run("chat", "--instruction", "", "--trace", file.toString());

        assertThat(Trace.read(folder.resolve("run-1.jsonl")).header().question().messages())
                .containsExactly(new Message(Role.USER, "One\ntwo"));
    }

    @Test
    void aCommandIsNeverPartOfAPastedText() {
        Stage stage = stage().on(Stage.SCREEN).typed("/reset\nOne\n/quit\ntwo\n");
        Path file = folder.resolve("run.jsonl");

        stage.run("chat", "--instruction", "", "--trace", file.toString());

        assertThat(Trace.read(folder.resolve("run-1.jsonl")).header().question().messages())
                .containsExactly(new Message(Role.USER, "One"));
        assertThat(folder.resolve("run-2.jsonl")).doesNotExist();
    }

    @Test
    void onAKeyboardTheEndOfInputEndsThePromptsLine() {
        Stage stage = stage().on(Stage.SCREEN.withoutColour());

        assertThat(stage.run("chat")).isZero();

        assertThat(stage.err()).endsWith("\n> \n");
    }

    @Test
    void aQuitHasEndedItsLineItself() {
        Stage stage = stage().on(Stage.SCREEN.withoutColour()).typed("/quit\n");

        stage.run("chat");

        assertThat(stage.err()).endsWith("\n> ");
    }

    @Test
    void anInterruptCancelsTheAnswerAndTheChatGoesOn() throws Exception {
        ScriptedEngine silentOnce = ScriptedEngine.of(this::silentOnce);
        Stage stage =
                Stage.with(folder, silentOnce, ScriptedEngine.looping("Answer."))
                        .typed("One?\nTwo?\n");
        Thread keyboard =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    stage.small.awaitSilence();
                                    stage.interrupts.raise(Interrupts.Kind.INT);
                                });

        assertThat(stage.run("chat")).isZero();
        keyboard.join();

        assertThat(stage.out()).isEqualTo("Answer.\n");
        assertThat(stage.err()).contains("Cancelled");
        assertThat(stage.exits).isEmpty();
    }

    private Reply silentOnce(Scene scene) {
        boolean first = scene.head().messages().getLast().content().equals("One?");
        return first ? Reply.silence() : Reply.text("Think.</think>").entropy(0);
    }
}
