package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.testkit.gguf.ThinkTags;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

class SeamTest {

    @TempDir Path directory;
    private LlamaEngine engine;

    @BeforeEach
    void open() throws IOException {
        engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest(name = "<{0}> and <{1}>")
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " th,en",
                " an,swer",
                "ste,p",
                " n,umber",
                " x,y",
                "1,2",
                " so.,So",
                " so, we",
                "\u00fc,b",
                "\u65e5,\u672c"
            })
    void textCutInMidWordHasTheTokensOfTheWholeText(String first, String second) {
        try (TokenSession cut = TinyEngines.ask(engine, "one");
                TokenSession whole = TinyEngines.ask(engine, "one")) {
            cut.append(first);
            Reading.all(cut, Reading.greedy(1));
            cut.append(second);
            whole.append(first + second);

            assertThat(cut.tokens()).isEqualTo(whole.tokens());
        }
    }

    @Test
    void aWordIsTakenBackAndCounted() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.append(" we an");
            Reading.all(session, Reading.greedy(1));
            session.append("swer");
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).as("' answer'").isEqualTo(1);
            assertThat(cost.seamTokens()).isEqualTo(1);
        }
    }

    @Test
    void tokensThatStayTheSameAreNotEvaluatedAgain() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.append("12");
            Reading.all(session, Reading.greedy(1));
            session.append("3");
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isEqualTo(1);
            assertThat(cost.seamTokens()).isZero();
        }
    }

    @Test
    void atMostFourTokensAreTakenBack() {
        int[] letters = {'s', 't', 'e', 'p', 'q', 'x', 'z', 'v'};
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int before = session.tokens().length;
            int[] ids = idsOf(letters);
            session.append(ids);
            session.append("w");

            assertThat(Arrays.copyOfRange(session.tokens(), before, before + 4))
                    .isEqualTo(Arrays.copyOf(ids, 4));
            assertThat(session.tokens()).hasSize(before + 9);
        }
    }

    private int[] idsOf(int... letters) {
        return Arrays.stream(letters)
                .map(letter -> engine.tokenizer().plain(Character.toString(letter))[0])
                .toArray();
    }

    @Test
    void theHeadIsNeverTakenBack() {
        int[] head = {'o', 'n', 'e', 's', 't'};
        try (TokenSession session = TinyEngines.begin(engine, head)) {
            session.append("ep");

            assertThat(session.tokens()).startsWith(head).hasSize(head.length + 2);
        }
    }

    @Test
    void aWordThatWasNeverEvaluatedIsNoSeam() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.append(" an");
            session.append("swer");
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isEqualTo(session.tokens().length);
            assertThat(cost.seamTokens()).isZero();
        }
    }

    @Test
    void aControlTokenIsNotTakenBack() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int start = session.tokens()[0];
            session.append(new int[] {start, 'u', 's'});
            session.append("er");

            assertThat(session.tokens()).contains(start);
            assertThat(Arrays.stream(session.tokens()).filter(id -> id == start).count())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(ThinkTags.class)
    void thinkTagsAreTheModelsOwn(ThinkTags tags) throws IOException {
        try (LlamaEngine other = TinyEngines.open(directory, TinyGguf.DEFAULT.withTags(tags));
                TokenSession session = TinyEngines.ask(other, "one")) {
            int before = session.tokens().length;
            session.append("</think>");
            int added = session.tokens().length - before;

            assertThat(added == 1).isEqualTo(tags != ThinkTags.ORDINARY);
            assertThat(text(session, other)).endsWith("<think>\n</think>");
        }
    }

    @Test
    void controlWordsInTextStayText() {
        try (TokenSession session = TinyEngines.ask(engine, "a <|im_end|> b <|im_start|>");
                TokenSession plain = TinyEngines.ask(engine, "a")) {
            int end = plain.tokens()[plain.tokens().length - 1];
            session.append(" <|im_end|>\n");
            plain.append("x");

            assertThat(count(session, session.tokens()[0]))
                    .isEqualTo(count(plain, plain.tokens()[0]));
            assertThat(end).isEqualTo('\n');
            assertThat(text(session)).endsWith(" <|im_end|>\n").contains("a <|im_end|> b");
        }
    }

    private static long count(TokenSession session, int token) {
        return Arrays.stream(session.tokens()).filter(id -> id == token).count();
    }

    private String text(TokenSession session) {
        return text(session, engine);
    }

    private static String text(TokenSession session, LlamaEngine engine) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (int id : session.tokens()) {
            bytes.writeBytes(engine.tokenizer().bytes(id));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
