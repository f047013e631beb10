package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.testkit.gguf.ThinkTags;
import dev.glimprouter.testkit.gguf.TinyGguf;
import dev.glimprouter.testkit.gguf.TokenizerKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

@Timeout(120)
class TokenizerTest {

    private static final TinyGguf PIECES =
            TinyGguf.DEFAULT.withTokenizer(TokenizerKind.SENTENCE_PIECES);

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "so",
                " so",
                "\n\n",
                "<|im_end|>",
                "<think>\nx</think>\n\n",
                "Gr\u00fc\u00dfe \ud83d\ude42",
                "a  b",
                "\u0000\u0001",
                "<|endoftext|><think",
                ""
            })
    void textComesBackAsItWas(String text) throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT.withTags(ThinkTags.CONTROL))) {
            assertThat(textOf(engine, engine.tokenizer().text(text))).isEqualTo(text);
            assertThat(textOf(engine, engine.tokenizer().plain(text))).isEqualTo(text);
        }
    }

    @Test
    void onlyThinkTagsAreSpecialInReasoning() throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT.withTags(ThinkTags.CONTROL))) {
            Tokenizer tokenizer = engine.tokenizer();
            assertThat(tokenizer.text("<think>")).hasSize(1);
            assertThat(tokenizer.plain("<think>").length).isGreaterThan(1);
            assertThat(tokenizer.text("<|im_end|>").length).isGreaterThan(1);
            assertThat(tokenizer.template("<|im_end|>")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"so", " so", "</think>", "a </think> b", "\n\n", "\n</think>\n\n", "\u00fc"})
    void aSentencePieceModelGetsNoSpaceBeforeText(String text) throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, PIECES)) {
            assertThat(textOf(engine, engine.tokenizer().text(text))).isEqualTo(text);
        }
    }

    @Test
    void appendedTextOfASentencePieceModelJoinsWithoutASpace() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, PIECES);
                TokenSession session = TinyEngines.begin(engine, 70, 71)) {
            session.append("so");
            session.append("so");
            session.append("</think>");

            assertThat(textOf(engine, session.tokens())).endsWith("soso</think>");
        }
    }

    @Test
    void aLongTextIsNoTrouble() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT)) {
            String text = "a".repeat(200_000) + " \n".repeat(50_000) + "\u65e5".repeat(50_000);
            assertThat(textOf(engine, engine.tokenizer().plain(text))).isEqualTo(text);
        }
    }

    private static String textOf(LlamaEngine engine, int[] ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            bytes.writeBytes(engine.tokenizer().bytes(id));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
