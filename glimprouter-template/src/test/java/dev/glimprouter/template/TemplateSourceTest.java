package dev.glimprouter.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A template of the set-up: read, compiled, rendered, and what goes wrong with it. */
class TemplateSourceTest {

    private static final List<Message> MESSAGES = List.of(new Message(Role.USER, "Hi"));

    @TempDir Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("mine.jinja"), text);
    }

    @Test
    void theHeadOfItsFileEndsWithTheOpening() throws IOException {
        Path file = file("{{ bos_token }}[{{ messages[0].content }}]{{ eos_token }}");

        HeadTemplate template = TemplateSource.read(file).compile("<s>", "</s>");

        assertThat(template.head(new Prompt(MESSAGES, Prompt.THINK)).stream().map(Piece::text))
                .containsExactly("<s>[", "Hi", "]</s><think>\n");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        Path missing = directory.resolve("none.jinja");

        assertThatThrownBy(() -> TemplateSource.read(missing))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "The chat template %s cannot be read: check the path (NoSuchFileException).",
                        missing);
    }

    @Test
    void aTemplateThatCannotBeParsedIsNamedByItsFile() throws IOException {
        TemplateSource source = TemplateSource.read(file("{% if %}"));

        assertThatThrownBy(() -> source.compile("", ""))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("In %s, the chat template ", source.file())
                .hasCauseInstanceOf(TemplateException.class);
    }

    @Test
    void aTemplateThatRefusesAConversationIsNamedByItsFile() throws IOException {
        HeadTemplate template =
                TemplateSource.read(file("{{ raise_exception('no') }}")).compile("", "");

        assertThatThrownBy(() -> template.head(new Prompt(MESSAGES, Prompt.THINK)))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("In %s, the chat template refuses ", template.file())
                .hasCauseInstanceOf(TemplateException.class);
    }
}
