package dev.glimprouter.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What may be asked. */
class QuestionTest {

    private static final Message USER = new Message(Role.USER, "Why?");
    private static final Message SYSTEM = new Message(Role.SYSTEM, "Be brief.");
    private static final Message ASSISTANT = new Message(Role.ASSISTANT, "So.");

    private static void refused(Message... messages) {
        assertThatThrownBy(() -> new Question("q", List.of(messages)))
                .isInstanceOf(RequestException.class);
    }

    @Test
    void theInstructionComesFirst() {
        assertThat(Question.of("Why?").messages())
                .containsExactly(new Message(Role.SYSTEM, Question.INSTRUCTION), USER);
        assertThat(Question.of("Be brief.", "Why?").messages()).containsExactly(SYSTEM, USER);
        assertThat(Question.of(" ", "Why?").messages()).containsExactly(USER);
    }

    @Test
    void systemMessagesAreJoinedToTheInstruction() {
        assertThat(Question.of("Think.", List.of(SYSTEM, SYSTEM, USER)).messages())
                .containsExactly(
                        new Message(Role.SYSTEM, "Think.\n\nBe brief.\n\nBe brief."), USER);
        assertThat(Question.of("", List.of(USER, ASSISTANT, USER)).messages())
                .containsExactly(USER, ASSISTANT, USER);
    }

    @Test
    void anEarlierReasoningCanBeTakenOff() {
        Message reasoned = new Message(Role.ASSISTANT, " <think>\nHm.\n</think>\n\nSo.");
        Message open = new Message(Role.ASSISTANT, "<think> Hm.");
        Message quoted = new Message(Role.USER, "<think></think>Why?");

        assertThat(reasoned.withoutReasoning()).isEqualTo(ASSISTANT);
        assertThat(open.withoutReasoning()).isEqualTo(open);
        assertThat(quoted.withoutReasoning()).isEqualTo(quoted);
    }

    @Test
    void severalTurnsAreAllowed() {
        Question question = new Question("q", List.of(SYSTEM, USER, ASSISTANT, USER));

        assertThat(question.messages()).hasSize(4).isUnmodifiable();
        assertThat(question.withId("r").id()).isEqualTo("r");
        assertThat(question.withId("r").messages()).isEqualTo(question.messages());
    }

    @Test
    void theLastWordIsTheUsersAndNotEmpty() {
        refused();
        refused(SYSTEM);
        refused(USER, ASSISTANT);
        refused(USER, new Message(Role.USER, " \n\t"));
    }

    @Test
    void onlyTheFirstMessageMayBeTheSystems() {
        refused(USER, SYSTEM, USER);
        refused(SYSTEM, SYSTEM, USER);
    }

    @Test
    void tagsAndBlankLinesArePlainText() {
        String text = "<think>\n\n</think> <|im_end|>";

        assertThat(Question.of("", text).messages().getLast().content()).isEqualTo(text);
    }
}
