package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.testkit.gguf.GgufWriter;
import dev.glimprouter.testkit.gguf.MetadataValue;
import dev.glimprouter.testkit.gguf.ThinkTags;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@Timeout(120)
class TokenizerTest {

    private static final int CONTROL = 3;
    private static final int BYTE = 6;

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
    @ValueSource(strings = {"so", " so", "</think>", "a </think> b", "\n\n", "\u00fc"})
    void aSentencePieceModelGetsNoSpaceBeforeText(String text) throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, sentencePiece(), TinyEngines.OPTIONS)) {
            assertThat(textOf(engine, engine.tokenizer().text(text))).isEqualTo(text);
        }
    }

    @Test
    void appendedTextOfASentencePieceModelJoinsWithoutASpace() throws IOException {
        try (LlamaEngine engine =
                        TinyEngines.open(directory, sentencePiece(), TinyEngines.OPTIONS);
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
            bytes.writeBytes(engine.tokenizer().piece(id));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The tiny llama with a vocabulary of bytes and letters that puts a space before texts. */
    private static GgufWriter sentencePiece() {
        TinyGguf model = TinyGguf.DEFAULT.withArchitecture("llama").withChatTemplate("");
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        List<Integer> types = new ArrayList<>(List.of(2, CONTROL, CONTROL));
        for (int b = 0; b < 256; b++) {
            tokens.add("<0x%02X>".formatted(b));
            types.add(BYTE);
        }
        tokens.add("\u2581");
        for (char letter = 'a'; letter <= 'z'; letter++) {
            tokens.add(String.valueOf(letter));
        }
        tokens.addAll(List.of("so", "\u2581so", "<", ">", "/"));
        while (tokens.size() < model.vocabularySize()) {
            tokens.add("unused" + tokens.size());
        }
        types.addAll(Collections.nCopies(tokens.size() - types.size(), 1));
        List<Float> scores = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            scores.add(tokens.get(i).length() > 1 ? -1f : -10f);
        }
        return model.writer()
                .put("tokenizer.ggml.model", MetadataValue.text("llama"))
                .put("tokenizer.ggml.pre", MetadataValue.text("default"))
                .put("tokenizer.ggml.tokens", MetadataValue.texts(tokens))
                .put("tokenizer.ggml.scores", MetadataValue.floats(scores))
                .put("tokenizer.ggml.token_type", MetadataValue.ints(types))
                .put("tokenizer.ggml.bos_token_id", MetadataValue.u32(1))
                .put("tokenizer.ggml.eos_token_id", MetadataValue.u32(2))
                .put("tokenizer.ggml.padding_token_id", MetadataValue.u32(0))
                .put("tokenizer.ggml.add_space_prefix", MetadataValue.flag(true))
                .remove("tokenizer.ggml.merges");
    }
}
