package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.openai.internal.profile.StopRule;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

/** Pitfalls 13, 14 and 18: ends at the first token, and ends that coincide. */
class EndPitfallTest extends SessionTestBase {

    /** What is left of two nats in the 20 listed of 64 tokens. */
    private double listedNats() {
        Read plain = step(Kind.VLLM, Kind.VLLM.dialect(story("So", ".\n\n")));
        return plain.glimpse().orElseThrow().nats();
    }

    private void check(Read read, String text, Ending ending) {
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.ending()).isEqualTo(ending);
        assertThat(read.glimpse().map(Entropy::nats).orElseThrow())
                .isCloseTo(listedNats(), Offset.offset(1e-3));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("13: the end of sequence as first token is a step without text, and is glimpsed")
    void endOfSequenceFirst(Kind kind) {
        Read read = step(kind, kind.dialect(Script.looping(Reply.nothing().entropy(UNSURE))));

        check(read, "", Ending.END_OF_SEQUENCE);
        assertThat(read.tokens()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("13: a stop text as first token belongs to the step, which goes on")
    void stopTextFirst(Kind kind) {
        Dialect dialect = kind.dialect(story("\n\n", "So", ".\n\n"));
        FaultServer server = server(dialect);
        var session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);

        check(Read.all(session.generate(STEP)), "\n\nSo.\n\n", Ending.BLANK_LINE);

        boolean stops = kind.profile().stops().by() == StopRule.By.SERVER;
        assertThat(server.exchanges(kind.path())).hasSize(stops ? 2 : 1);
        assertThat(body(server.exchanges(kind.path()).getFirst()).has("stop")).isEqualTo(stops);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("13: the close tag as first token ends the reasoning, and is glimpsed")
    void closeTagFirst(Kind kind) {
        check(step(kind, kind.dialect(story("</think>", "\n\n", "4"))), "", Ending.CLOSE_TAG);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("13: a close tag of several tokens is glimpsed by its first")
    void closeTagInPiecesFirst(Kind kind) {
        check(
                step(kind, kind.dialect(story("</", "think", ">", "\n\n", "4"))),
                "",
                Ending.CLOSE_TAG);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("14: the stop stands inside the first token")
    void stopInTheFirstToken(Kind kind) {
        check(step(kind, kind.dialect(story("So.\n\nMore", "x"))), "So.\n\n", Ending.BLANK_LINE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("14: the stop comes in the chunk of the first token")
    void stopInTheFirstChunk(Kind kind) {
        Dialect dialect = kind.dialect(story("So", " it", ".", "\n\n", "More"));

        check(step(kind, dialect.withTokensPerChunk(5)), "So it.\n\n", Ending.BLANK_LINE);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("14: the end of sequence comes in the chunk of the first token")
    void endInTheFirstChunk(Kind kind) {
        Dialect dialect = kind.dialect(story("So", " it", "."));

        check(step(kind, dialect.withTokensPerChunk(5)), "So it.", Ending.END_OF_SEQUENCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("18: SGLang tells the end of sequence by its id, a stop by its text")
    void sglangTellsThemApart(int tokensPerChunk) {
        Dialect stopped =
                Kind.SGLANG.dialect(story("So", ".\n\n")).withTokensPerChunk(tokensPerChunk);
        Dialect ended = Kind.SGLANG.dialect(story("So", ".\n")).withTokensPerChunk(tokensPerChunk);

        check(step(Kind.SGLANG, stopped), "So.\n\n", Ending.BLANK_LINE);
        check(step(Kind.SGLANG, ended), "So.\n", Ending.END_OF_SEQUENCE);
    }

    @Test
    @DisplayName("18: SGLang withholds text that may become a stop until the sequence ends")
    void sglangWithholds() {
        Dialect dialect = Kind.SGLANG.dialect(story("\n", "So", "\n")).with(Quirk.HOLD_BACK);
        FaultServer server = server(dialect);
        var session = engine(Kind.SGLANG.settings(), Kind.SGLANG.template(), server.uri());

        check(Read.all(session.open(HEAD).generate(STEP)), "\nSo\n", Ending.END_OF_SEQUENCE);
        JsonNode body = body(server.exchanges(Kind.SGLANG.path()).getFirst());
        assertThat(body.path("no_stop_trim").booleanValue()).isTrue();
        assertThat(body.path("stop").valueStream().map(JsonNode::stringValue))
                .containsExactly("\n\n", "</think>");
    }
}
