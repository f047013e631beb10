package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** A chat template that does not work is an error of the set-up, whenever it shows. */
class ModelHeadTest {

    @TempDir Path directory;

    @Test
    void aTemplateThatCannotBeParsedIsRefusedWhenTheModelIsOpened() throws IOException {
        Path file = model("{% if %}");

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("In %s, the chat template cannot be parsed: ", file)
                .message()
                .containsOnlyOnce("--chat-template FILE");
    }

    @Test
    void aTemplateThatRefusesTheConversationIsRefusedWhenItIsRendered() throws IOException {
        Path file = model("{{ raise_exception('Only tools may speak') }}");

        try (LlamaEngine engine = open(file)) {
            assertThatThrownBy(() -> TinyEngines.ask(engine, "one"))
                    .isInstanceOf(SetupException.class)
                    .hasMessageStartingWith("In %s, the chat template refuses ", file)
                    .hasMessageContaining("Only tools may speak")
                    .message()
                    .containsOnlyOnce("--chat-template FILE");
        }
    }

    private Path model(String template) throws IOException {
        TinyEngines.library();
        return TinyGguf.DEFAULT.withChatTemplate(template).write(directory.resolve("tiny.gguf"));
    }

    private static LlamaEngine open(Path file) {
        return EmbeddedEngines.open(new ModelSource.File(file, true), TinyEngines.OPTIONS);
    }
}
