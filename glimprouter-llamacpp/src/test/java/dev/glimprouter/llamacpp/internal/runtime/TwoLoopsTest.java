package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models of the processor and of a GPU are served by a loop each. */
@Timeout(120)
class TwoLoopsTest {

    @TempDir Path directory;

    private LlamaEngine open(DecodeLoop loop) throws IOException {
        Path file = Files.createTempFile(directory, "tiny", ".gguf");
        Files.write(file, TinyGguf.DEFAULT.writer().bytes());
        return new EngineOpener(TinyEngines.library(), TinyEngines.OPTIONS, loop)
                .open(
                        file,
                        "tiny",
                        _ ->
                                (prompt, tokenizer) ->
                                        tokenizer.text(prompt.messages().getLast().content()));
    }

    @Test
    void bothWriteAtTheSameTimeWhatEachWritesAlone() throws IOException {
        try (LlamaEngine processor = open(DecodeLoop.ofProcessor());
                LlamaEngine gpu = open(DecodeLoop.ofGpu());
                TokenSession one = TinyEngines.ask(processor, "how much is one and one");
                TokenSession other = TinyEngines.ask(gpu, "how much is one and one")) {
            assertThat(processor.sharesProcessor()).isTrue();
            assertThat(gpu.sharesProcessor()).isFalse();
            try (TokenStream first = one.generate(Reading.greedy(40));
                    TokenStream second = other.generate(Reading.greedy(40))) {
                for (int i = 0; i < 40; i++) {
                    assertThat(second.next().map(token -> token.id()))
                            .as("token %d", i)
                            .isEqualTo(first.next().map(token -> token.id()));
                }
            }
        }
    }
}
