package dev.glimprouter.testkit.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class TinyGgufTest {

    private static final int MEGABYTE = 1_000_000;

    @TempDir Path directory;

    @Test
    void staysUnderAMegabyte() throws IOException {
        Path file = TinyGguf.DEFAULT.write(directory.resolve("tiny.gguf"));

        assertThat(Files.size(file)).isBetween(MEGABYTE / 4L, (long) MEGABYTE);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(TinyGguf.DEFAULT.writer().bytes()).isEqualTo(TinyGguf.DEFAULT.writer().bytes());
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        assertThat(TinyGguf.DEFAULT.withSeed(2).writer().bytes())
                .hasSameSizeAs(TinyGguf.DEFAULT.writer().bytes())
                .isNotEqualTo(TinyGguf.DEFAULT.writer().bytes());
    }

    @Test
    void startsAsTheFormatDemands() {
        byte[] bytes = TinyGguf.DEFAULT.writer().bytes();

        assertThat(bytes).startsWith('G', 'G', 'U', 'F', 3, 0, 0, 0);
        assertThat(bytes.length % 32).isZero();
    }

    @Test
    void thinkTagsBecomeTokensOfTheirOwnOnDemand() {
        TinyGguf control = TinyGguf.DEFAULT.withTags(ThinkTags.CONTROL);

        assertThat(TinyGguf.DEFAULT.vocabulary().id("</think>")).isNegative();
        assertThat(control.vocabulary().id("</think>")).isPositive();
        assertThat(control.vocabularySize()).isEqualTo(TinyGguf.DEFAULT.vocabularySize() + 2);
    }

    @ParameterizedTest
    @EnumSource
    void everyWordAndByteHasAToken(TokenizerKind kind) {
        TinyVocabulary vocabulary = TinyGguf.DEFAULT.withTokenizer(kind).vocabulary();

        assertThat(List.of(" think", " ", ".\n\n", "\n", "a", "<|im_end|>"))
                .allSatisfy(text -> assertThat(vocabulary.id(text)).as(text).isNotNegative());
        assertThat(vocabulary.tokens()).doesNotHaveDuplicates().hasSameSizeAs(vocabulary.types());
    }

    @Test
    void holdsAChatTemplateUnlessThereIsNone() {
        assertThat(text(TinyGguf.DEFAULT)).contains("tokenizer.chat_template", "<|im_start|>");
        assertThat(text(TinyGguf.DEFAULT.withChatTemplate("")))
                .doesNotContain("tokenizer.chat_template");
    }

    @Test
    void refusesABiasForATokenThatDoesNotExist() {
        TinyGguf biased = TinyGguf.DEFAULT.withBias(Map.of("no such token", 1.0));

        assertThatThrownBy(biased::writer)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no token 'no such token'");
    }

    private static String text(TinyGguf model) {
        return new String(model.writer().bytes(), StandardCharsets.ISO_8859_1);
    }
}
