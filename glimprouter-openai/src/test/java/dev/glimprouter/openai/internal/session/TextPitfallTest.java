package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.openai.internal.profile.StopRule;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Pitfalls 6 to 9: in which fields, pieces and halves text arrives. */
class TextPitfallTest extends SessionTestBase {

    private static final String[] STORY = {"So", " it", " is", " four", ".\n\n", "Never"};
    private static final String STEP_TEXT = "So it is four.\n\n";

    /** What a server of good manners makes of the story. */
    private Read plain(Kind kind) {
        return step(kind, kind.dialect(story(STORY)));
    }

    private static void checkSame(Read read, Read plain) {
        assertThat(read.text()).isEqualTo(plain.text()).isEqualTo(STEP_TEXT);
        assertThat(read.ending()).isEqualTo(plain.ending()).isEqualTo(Ending.BLANK_LINE);
        assertThat(read.glimpse()).isEqualTo(plain.glimpse()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Quirk.class,
            names = {"REASONING", "REASONING_CONTENT"})
    @DisplayName("6: thoughts come in fields of their own, and the answer in another")
    void aReasoningParserMovesThoughts(Quirk parser) {
        Dialect dialect = Kind.CHAT.dialect(story("So", " four", ".", "</think>", "4"));

        Read parsed = step(Kind.CHAT, dialect.with(parser));
        Read whole = step(Kind.CHAT, dialect);

        assertThat(parsed.text()).isEqualTo("So four.").isEqualTo(whole.text());
        assertThat(parsed.ending()).isEqualTo(Ending.CLOSE_TAG).isEqualTo(whole.ending());
        assertThat(parsed.glimpse()).isEqualTo(whole.glimpse()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("6: a reasoning parser in front of chat takes no close tag out of other routes")
    void completionsAreNotParsed(Kind kind) {
        Dialect dialect = kind.dialect(story("So", " four", ".", "</think>", "4"));

        Read read = step(kind, dialect.with(Quirk.REASONING_CONTENT));

        assertThat(read.text()).isEqualTo("So four.");
        assertThat(read.ending()).isEqualTo(Ending.CLOSE_TAG);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("7: several tokens come in one chunk")
    void severalTokensInOneChunk(Kind kind) {
        Read read = step(kind, kind.dialect(story(STORY)).withTokensPerChunk(3));

        checkSame(read, plain(kind));
        if (kind.profile().stops().by() == StopRule.By.SERVER) {
            assertThat(read.tokens()).isEqualTo(plain(kind).tokens());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG", "COMPLETIONS", "CHAT"})
    @DisplayName("8: a first token that ends inside a character keeps its distribution")
    void aSplitCharacterBegins(Kind kind) {
        Read read =
                step(
                        kind,
                        kind.dialect(story("\u65e5\u672c", " gr\u00fc\u00dft", ".\n\n"))
                                .with(Quirk.SPLIT_CHARACTERS));

        assertThat(read.text()).isEqualTo("\u65e5\u672c gr\u00fc\u00dft.\n\n");
        assertThat(read.glimpse().map(Entropy::nats).orElseThrow())
                .isCloseTo(expectedNats(), Offset.offset(1e-3));
    }

    /** The renormalised entropy of the 20 listed of 64 tokens. */
    private double expectedNats() {
        return plain(Kind.VLLM).glimpse().orElseThrow().nats();
    }

    @Test
    @DisplayName("8: llama-server loses the distribution of such a token, which is then missing")
    void llamaServerLosesAHalf() {
        Read read =
                step(
                        Kind.LLAMA_SERVER,
                        Kind.LLAMA_SERVER
                                .dialect(story("\u65e5\u672c", " gr\u00fc\u00dft", ".\n\n"))
                                .with(Quirk.SPLIT_CHARACTERS));

        assertThat(read.text()).isEqualTo("\u65e5\u672c gr\u00fc\u00dft.\n\n");
        assertThat(read.glimpse()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("8: text is never made of the tokens' names, which are halves of characters")
    void aSplitCharacterFollows(Kind kind) {
        Read read =
                step(
                        kind,
                        kind.dialect(story("So", " \u65e5\u672c", "\ud83d\ude42", "\u00e9\n\n"))
                                .with(Quirk.SPLIT_CHARACTERS));

        assertThat(read.text()).isEqualTo("So \u65e5\u672c\ud83d\ude42\u00e9\n\n");
        assertThat(read.ending()).isEqualTo(Ending.BLANK_LINE);
        assertThat(read.glimpse()).isPresent();
    }

    static Stream<Arguments> oddStreams() {
        List<Quirk> odd =
                List.of(
                        Quirk.HOLD_BACK,
                        Quirk.ROLE_CHUNK,
                        Quirk.USAGE_CHUNK,
                        Quirk.NO_USAGE,
                        Quirk.NO_CACHE_REPORT,
                        Quirk.KEEP_ALIVE,
                        Quirk.NO_BLANK,
                        Quirk.CARRIAGE_RETURNS,
                        Quirk.NO_DONE);
        return Arrays.stream(Kind.values())
                .flatMap(kind -> odd.stream().map(quirk -> Arguments.of(kind, quirk)));
    }

    @ParameterizedTest
    @MethodSource("oddStreams")
    @DisplayName("9: chunks without text, without choices, with a role, with usage only, or odd")
    void oddChunksChangeNothing(Kind kind, Quirk quirk) {
        checkSame(step(kind, kind.dialect(story(STORY)).with(quirk)), plain(kind));
    }

    @ParameterizedTest
    @MethodSource("oddStreams")
    @DisplayName("9 with 7: the same with two tokens in a chunk")
    void oddChunksOfTwoChangeNothing(Kind kind, Quirk quirk) {
        checkSame(
                step(kind, kind.dialect(story(STORY)).withTokensPerChunk(2).with(quirk)),
                plain(kind));
    }
}
