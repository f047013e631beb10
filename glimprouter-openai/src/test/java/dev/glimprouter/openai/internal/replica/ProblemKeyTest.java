package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The name of a problem. */
class ProblemKeyTest {

    private static final Message THINK = new Message(Role.SYSTEM, "Think.");
    private static final Message SUM = new Message(Role.USER, "What is 2 + 2?");

    private static ProblemKey key(Message... messages) {
        return ProblemKey.of(new Prompt(List.of(messages), Prompt.THINK));
    }

    /** Computed by another implementation of SHA-256. */
    @Test
    void isTheSameInEveryProcess() {
        assertThat(key(THINK, SUM)).hasToString("de27a32875e777b9");
    }

    @Test
    void doesNotDependOnHowTheAssistantsTextBegins() {
        assertThat(ProblemKey.of(new Prompt(List.of(THINK, SUM), ""))).isEqualTo(key(THINK, SUM));
    }

    @Test
    void tellsRolesContentsAndTheirSeamsApart() {
        assertThat(
                        List.of(
                                key(SUM),
                                key(THINK, SUM),
                                key(new Message(Role.ASSISTANT, "Think."), SUM),
                                key(SUM, THINK),
                                key(new Message(Role.SYSTEM, "Think.USERWhat is 2 + 2?")),
                                key(new Message(Role.SYSTEM, "Think"), new Message(Role.USER, ".")),
                                key(new Message(Role.SYSTEM, "Think."), new Message(Role.USER, "")),
                                key()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0123", "0123456789ABCDEF", "0123456789abcdefa", "0123456789abcde\n"})
    void refusesAnotherForm(String hex) {
        assertThatThrownBy(() -> new ProblemKey(hex)).isInstanceOf(IllegalArgumentException.class);
    }
}
