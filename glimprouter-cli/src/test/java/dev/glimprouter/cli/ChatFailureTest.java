package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a chat survives, and what ends it. */
class ChatFailureTest {

    private static final int CONTEXT = 200;

    @TempDir Path folder;

    /** A small model that fails, or falls silent, at a question that says so. */
    private Stage stage() {
        return Stage.with(
                folder,
                ScriptedEngine.of(ChatFailureTest::reply),
                ScriptedEngine.of(ChatFailureTest::answer));
    }

    private static Reply reply(Scene scene) {
        return switch (scene.head().messages().getLast().content()) {
            case "Fail." -> Reply.failure(new RetryableException("Lost: ask again."));
            case "Be silent." -> Reply.silence();
            default -> Reply.text("Think.</think>").entropy(0);
        };
    }

    private static Reply answer(Scene scene) {
        return scene.head().messages().getLast().content().equals("Fail.")
                ? reply(scene)
                : Reply.text("Answer.");
    }

    @Test
    void aTurnThatFailsIsForgottenAndTheChatGoesOn() {
        Stage stage = stage().typed("Fail.\nTwo?\n");
        Path file = folder.resolve("run.jsonl");

        assertThat(stage.run("chat", "--instruction", "", "--trace", file.toString())).isEqualTo(4);

        assertThat(stage.err())
                .contains("glimprouter: Lost: ask again. This turn is forgotten.\n")
                .doesNotContain("/reset makes room");
        assertThat(stage.out()).isEqualTo("Answer.\n");
        assertThat(Trace.read(folder.resolve("run-1.jsonl")).summary().outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(Trace.read(folder.resolve("run-2.jsonl")).header().question().messages())
                .containsExactly(new Message(Role.USER, "Two?"));
    }

    @Test
    void aFullContextIsMadeRoomInByReset() {
        String longest = "word ".repeat(CONTEXT);
        Stage stage =
                Stage.with(
                                folder,
                                ScriptedEngine.looping("Think.</think>").withContext(CONTEXT),
                                ScriptedEngine.looping("Answer.").withContext(CONTEXT))
                        .typed(longest + "\nOne?\n" + longest + "\n/reset\nTwo?\n");

        assertThat(stage.run("chat", "--instruction", "", "--tau", "inf")).isEqualTo(2);

        assertThat(stage.err().lines().filter(line -> line.startsWith("glimprouter:")))
                .satisfiesExactly(
                        nothingToForget ->
                                assertThat(nothingToForget).endsWith("This turn is forgotten."),
                        full -> assertThat(full).endsWith("forgotten. /reset makes room."));
        assertThat(stage.out()).isEqualTo("Answer.\nAnswer.\n");
    }

    @Test
    void aMessageThatIsNotUtf8IsPassedOver() {
        Stage stage = stage().typed("a\u00e4(\nTwo?\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(stage.run("chat")).isEqualTo(2);

        assertThat(stage.err())
                .contains("glimprouter: The message is not UTF-8")
                .contains("This message is passed over.");
        assertThat(stage.out()).isEqualTo("Answer.\n");
    }

    @Test
    void aMessageThatIsTooLongIsPassedOverAsAWhole() {
        String tooLong = "x".repeat(QuestionSource.MOST_BYTES + 1);
        Stage stage = stage().typed(tooLong + "\nTwo?\n");

        assertThat(stage.run("chat")).isEqualTo(2);

        assertThat(stage.err()).contains("longer than 1 MiB: shorten it. This message is passed");
        assertThat(stage.out()).isEqualTo("Answer.\n");
    }

    @Test
    void linesBetweenQuotesArePassedOverTogether() {
        byte[] typed =
                "\"\"\"\none\n\u00e4\nFail.\n\"\"\"\nTwo?\n".getBytes(StandardCharsets.ISO_8859_1);
        Stage stage = stage().typed(typed);

        assertThat(stage.run("chat")).isEqualTo(2);

        assertThat(stage.err().lines().filter(line -> line.startsWith("glimprouter:"))).hasSize(1);
        assertThat(stage.out()).isEqualTo("Answer.\n");
    }

    /** What happens when somebody reads. */
    private interface Reading {
        void happen() throws IOException;
    }

    /** An input with nothing in it. */
    private static InputStream input(Reading reading) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                reading.happen();
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
    }

    @Test
    void anInputThatBreaksEndsTheChat() {
        Stage stage = stage();
        stage.in =
                input(
                        () -> {
                            throw new IOException("Input/output error");
                        });

        assertThat(stage.run("chat")).isEqualTo(4);

        assertThat(stage.err()).contains("Standard input cannot be read (Input/output error)");
    }

    @Test
    void closedStandardOutputEndsTheChat() {
        Stage stage = stage().typed("One?\nTwo?\n");
        stage.out = new ClosedOutput();

        assertThat(stage.run("chat")).isEqualTo(4);

        assertThat(stage.err().lines().filter(line -> line.startsWith("glimprouter:")))
                .singleElement()
                .asString()
                .contains("Standard output cannot be written");
        assertThat(stage.small.openSessions()).isZero();
    }

    @Test
    void anInterruptAtThePromptEndsTheProcess() {
        Stage stage = stage();
        stage.in = input(() -> stage.interrupts.raise(Interrupts.Kind.INT));

        stage.run("chat");

        assertThat(stage.exits).containsExactly(130);
    }

    @ParameterizedTest
    @EnumSource(
            value = Interrupts.Kind.class,
            names = {"TERM", "HUP"})
    void aTerminationInATurnEndsTheChatWithItsCode(Interrupts.Kind kind) throws Exception {
        Stage stage = stage().typed("Be silent.\nTwo?\n");
        Path file = folder.resolve("run.jsonl");
        Thread system =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    stage.small.awaitSilence();
                                    stage.interrupts.raise(kind);
                                });

        int code = stage.run("chat", "--trace", file.toString());
        system.join();

        assertThat(code).isEqualTo(kind.exitCode);
        assertThat(stage.err()).endsWith("glimprouter: Terminated.\n").doesNotContain("Ctrl-C");
        assertThat(stage.out()).isEmpty();
        assertThat(Trace.read(folder.resolve("run-1.jsonl")).summary().outcome())
                .isEqualTo(Outcome.CANCELLED);
    }
}
