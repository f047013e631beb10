package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.testkit.Cue;
import dev.glimprouter.testkit.Read;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.Words;
import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.dialect.Dialect;
import dev.glimprouter.testkit.upstream.dialect.Quirk;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pitfall 10: what servers list of the likeliest tokens, and what they leave out. */
class LogProbPitfallTest extends SessionTestBase {

    private static final String TEXT = "So it is.\n\n";

    /** All of 64 words differ in probability; so they have names of their own. */
    private static final double[] LOGITS =
            IntStream.range(0, 64).mapToDouble(id -> -0.25 * ((id + 44) % 64)).toArray();

    private static final int LIKELIEST = 20;
    private static final int LEAST_LIKELY = 19;

    private static Script first(String word, Optional<FullDistribution> distribution) {
        Cue begin = new Cue.Word(word, distribution.map(known -> known), 0, false);
        return Script.looping(
                new Reply(
                        List.of(
                                begin,
                                Cue.Word.of(" it"),
                                Cue.Word.of(" is"),
                                Cue.Word.of(".\n\n"))));
    }

    private static Optional<FullDistribution> graded() {
        float[] logits = new float[LOGITS.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) LOGITS[i];
        }
        return Optional.of(new FullDistribution(logits));
    }

    /** The published entropy of these of the likeliest, from the likeliest, from 0. */
    private static double nats(int... listed) {
        double sum = Arrays.stream(LOGITS).map(Math::exp).sum();
        double[] sorted =
                Arrays.stream(LOGITS).map(logit -> -logit).sorted().map(l -> -l).toArray();
        double[] logProbs =
                Arrays.stream(listed).mapToDouble(i -> sorted[i] - Math.log(sum)).toArray();
        return new TopDistribution(logProbs, LOGITS.length).entropy().nats();
    }

    private static int[] upTo(int count) {
        return IntStream.range(0, count).toArray();
    }

    private Read read(Kind kind, Quirk... quirks) {
        String likeliest = Words.of(LIKELIEST);
        Read read = step(kind, kind.dialect(first(likeliest, graded())).with(quirks));
        assertThat(read.text()).isEqualTo(likeliest + " it is.\n\n");
        return read;
    }

    private static void checkNats(Read read, double nats) {
        assertThat(read.glimpse().map(Entropy::nats).orElseThrow())
                .isCloseTo(nats, Offset.offset(1e-4));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: the published entropy comes from the listed tokens, of every kind of server")
    void allListed(Kind kind) {
        Read read = read(kind);

        checkNats(read, nats(upTo(20)));
        Entropy entropy = read.glimpse().orElseThrow();
        double truth = new FullDistribution(graded().orElseThrow().logits()).entropy().nats();
        assertThat(truth).isBetween(entropy.lowerNats() - 1e-4, entropy.upperNats() + 1e-4);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: null or no log-probabilities are a missing glimpse")
    void noneTold(Kind kind) {
        Read nulled = read(kind, Quirk.LOGPROBS_NULL);
        Read absent = step(kind, kind.dialect(first("So", Optional.empty())));

        assertThat(nulled.glimpse()).isEmpty();
        assertThat(absent.glimpse()).isEmpty();
        assertThat(absent.text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: fewer than were asked for")
    void fewer(Kind kind) {
        checkNats(read(kind, Quirk.LOGPROBS_FEWER), nats(upTo(10)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: the written token is not among the likeliest")
    void writtenOutsideTheList(Kind kind) {
        String unlikely = Words.of(LEAST_LIKELY);

        Read read = step(kind, kind.dialect(first(unlikely, graded())));

        assertThat(read.text()).isEqualTo(unlikely + " it is.\n\n");
        checkNats(read, nats(upTo(20)));
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "SGLANG", "LLAMA_SERVER"})
    @DisplayName("10: a key twice, where keys are ids or fields of an object, is one token")
    void theSameKeyTwice(Kind kind) {
        double nats = read(kind, Quirk.LOGPROBS_TWICE).glimpse().orElseThrow().nats();

        int[] withoutSecond = IntStream.range(0, 20).filter(i -> i != 1).toArray();
        int[] withoutFirst = IntStream.range(1, 20).toArray();
        assertThat(List.of(nats(withoutSecond), nats(withoutFirst)))
                .anySatisfy(one -> assertThat(nats).isCloseTo(one, Offset.offset(1e-4)));
    }

    @ParameterizedTest
    @EnumSource(names = {"OLLAMA", "COMPLETIONS", "CHAT"})
    @DisplayName("10: a name twice, with another value, is another token of the same look")
    void theSameNameTwice(Kind kind) {
        assertThat(read(kind, Quirk.LOGPROBS_TWICE).glimpse()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: vLLM's floor of -9999.0 is a probability of zero")
    void theFloor(Kind kind) {
        checkNats(read(kind, Quirk.LOGPROBS_FLOOR), nats(upTo(19)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: null for -inf or NaN is a probability of zero")
    void nullForInfinity(Kind kind) {
        checkNats(read(kind, Quirk.LOGPROBS_NULL_VALUE), nats(upTo(19)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: 0.0 for drafted tokens leaves the first one's distribution as it is")
    void drafted(Kind kind) {
        checkNats(read(kind, Quirk.LOGPROBS_DRAFTED), nats(upTo(20)));
    }

    @Test
    @DisplayName("10: what a server tells of its own drafts is passed on")
    void draftCounts() {
        Dialect dialect =
                Kind.LLAMA_SERVER
                        .dialect(first(Words.of(LIKELIEST), graded()))
                        .with(Quirk.LOGPROBS_DRAFTED);
        FaultServer server = server(dialect);
        var session =
                engine(Kind.LLAMA_SERVER.settings(), Kind.LLAMA_SERVER.template(), server.uri())
                        .open(HEAD);
        try (TokenStream stream = session.generate(STEP)) {
            while (stream.next().isPresent()) {
                // to the end
            }

            assertThat(stream.speculation())
                    .as("of 4 words, 3 accepted")
                    .isEqualTo(new Speculation(0, 8, 3, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("10: log-probabilities are asked for where they are used, and nowhere else")
    void askedForWhereUsed(Kind kind) {
        Dialect dialect = kind.dialect(story("So", ".\n\n", "So", ".\n\n"));
        FaultServer server = server(dialect);
        var session = engine(kind.settings(), kind.template(), server.uri()).open(HEAD);
        Generation blind = new Generation(Sampling.GREEDY, 64, Until.STEP, Distributions.NONE, 1);

        Read.all(session.generate(STEP));
        Read.all(session.generate(blind));

        List<Exchange> asked = server.exchanges(kind.path());
        assertThat(listed(body(asked.getFirst()))).isEqualTo(20);
        assertThat(listed(body(asked.get(1)))).isZero();
    }

    private static int listed(JsonNode body) {
        JsonNode plain = body.path("logprobs");
        return plain.isBoolean()
                ? body.path("top_logprobs").intValue(0)
                : plain.intValue(body.path("n_probs").intValue(0));
    }
}
