package dev.glimprouter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.reasoning.Ending;

import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What every engine has to do: text, stop rules, distributions, draws and costs.
 *
 * <p>It needs no particular model: what a model writes without stop rules is compared with what it
 * writes under them from the same seed. A subclass opens the engine and says what it cannot do; the
 * tests of that are then reported as skipped. Cancelling, closing and branches: {@link
 * EngineLifeContract}.
 */
public abstract class EngineContract {

    /** Foreign text for appending: several words, several scripts, a character of two chars. */
    protected static final String UNICODE =
            "Gr\u00fc\u00dfe, \u65e5\u672c\u8a9e \ud83d\ude42 e\u0301. ";

    /** Most tokens of {@link #some}. */
    protected static final int FEW = 24;

    private @Nullable Engine opened;

    /**
     * A fresh engine: at least 4 sessions and 4 branches at a time, at least 512 tokens of context.
     */
    protected abstract Engine open();

    /** A head that the engine can render. */
    protected Prompt head() {
        return head("Tell a story.");
    }

    /** A head with another question. */
    protected final Prompt head(String question) {
        return new Prompt(List.of(new Message(Role.USER, question)), Prompt.THINK);
    }

    /** How tokens are drawn: so that different seeds give different texts. */
    protected Sampling sampling() {
        return new Sampling(1, 1, 0, 0);
    }

    /** How many seeds are tried, from 0, until each of {@link #endings()} must have been seen. */
    protected int seeds() {
        return 60;
    }

    /** The endings that the model reaches in 24 tokens with one of the seeds. */
    protected Set<Ending> endings() {
        return EnumSet.of(
                Ending.BLANK_LINE, Ending.CLOSE_TAG, Ending.END_OF_SEQUENCE, Ending.LENGTH);
    }

    /** Whether the first token carries its distribution when asked. */
    protected boolean tellsFirstDistribution() {
        return true;
    }

    /** Whether every token carries its distribution when asked. */
    protected boolean tellsAllDistributions() {
        return true;
    }

    /** Whether the same seed gives the same text. */
    protected boolean isReproducible() {
        return true;
    }

    /** Whether {@link Session#room} tells. */
    protected boolean tellsRoom() {
        return true;
    }

    /** Whether costs tell each evaluated token. */
    protected boolean countsEvaluations() {
        return true;
    }

    /** Whether nothing is decoded for a first token that nobody reads on from. */
    protected boolean glimpsesForFree() {
        return true;
    }

    @BeforeEach
    final void openEngine() {
        opened = open();
    }

    @AfterEach
    final void closeEngine() {
        engine().close();
    }

    /** The engine of the test that runs. */
    protected final Engine engine() {
        return Objects.requireNonNull(opened, "no test runs");
    }

    /** A generation of a few tokens without stop rules. */
    protected final Generation some(long seed) {
        return request(Until.END_OF_SEQUENCE, FEW, Distributions.NONE, seed);
    }

    private Generation request(Until until, int most, Distributions wanted, long seed) {
        return new Generation(sampling(), most, until, wanted, seed);
    }

    private Generation glimpse(Distributions wanted) {
        return request(Until.END_OF_SEQUENCE, FEW, wanted, longSeed());
    }

    /** A seed whose generation has at least three tokens. */
    protected final long longSeed() {
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < seeds(); seed++) {
                if (Read.all(session.generate(some(seed))).tokens() >= 3) {
                    return seed;
                }
            }
        }
        throw new AssertionError("no seed below " + seeds() + " gives three tokens");
    }

    @Test
    final void stopRulesCutExactly() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        Set<Ending> seen = new HashSet<>();
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < seeds(); seed++) {
                Read raw = Read.all(session.generate(some(seed)));
                seen.add(raw.ending());
                for (Until until : List.of(Until.STEP, Until.REASONING)) {
                    Generation request = request(until, FEW, Distributions.NONE, seed);
                    Read read = Read.all(session.generate(request));
                    checkCut(raw, read, until, seed);
                    seen.add(read.ending());
                }
            }
        }
        assertThat(seen).as("endings reached with seeds below " + seeds()).containsAll(endings());
    }

    private static void checkCut(Read raw, Read read, Until until, long seed) {
        StopScanner scanner = new StopScanner(until);
        scanner.feed(raw.text());
        if (scanner.ending().isEmpty() && raw.ending() == Ending.LENGTH) {
            scanner.cut();
        }
        String which = "seed " + seed + " until " + until + " of <" + raw.text() + ">";
        assertThat(read.text()).as(which).isEqualTo(scanner.text());
        assertThat(read.ending()).as(which).isEqualTo(scanner.ending().orElse(raw.ending()));
        assertThat(read.tokens()).as(which).isLessThanOrEqualTo(raw.tokens());
    }

    @Test
    final void theEndOfSequenceIsATokenWithoutText() {
        assumeTrue(endings().contains(Ending.END_OF_SEQUENCE), "this model does not end by itself");
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < seeds(); seed++) {
                Read read = Read.all(session.generate(some(seed)));
                if (read.ending() == Ending.END_OF_SEQUENCE) {
                    assertThat(read.pieces().getLast()).as("seed " + seed).isEmpty();
                    return;
                }
            }
        }
        throw new AssertionError("no seed below " + seeds() + " ends the sequence");
    }

    @Test
    final void noMoreTokensThanAskedFor() {
        try (Session session = engine().open(head())) {
            for (int most : new int[] {1, 2, 7}) {
                Generation request =
                        request(Until.END_OF_SEQUENCE, most, Distributions.NONE, longSeed());
                Read read = Read.all(session.generate(request));
                assertThat(read.tokens()).isBetween(1, most);
                if (read.ending() == Ending.LENGTH) {
                    assertThat(read.tokens()).isEqualTo(most);
                }
            }
        }
    }

    @Test
    final void generatingLeavesTheTextAsItWas() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session session = engine().open(head())) {
            String before = Read.all(session.generate(some(seed))).text();
            session.generate(some(seed + 1)).close();
            try (TokenStream stream = session.generate(some(seed + 2))) {
                stream.next();
            }
            try (TokenStream stream = session.generate(some(seed))) {
                stream.next();
                stream.next();
            }
            Read.all(session.generate(request(Until.STEP, 2, Distributions.ALL, seed)));
            assertThat(Read.all(session.generate(some(seed))).text()).isEqualTo(before);
        }
    }

    @Test
    final void anotherGenerationClosesTheLast() {
        try (Session session = engine().open(head())) {
            TokenStream first = session.generate(some(longSeed()));
            first.next();
            TokenStream second = session.generate(some(longSeed()));
            assertThat(first.next()).isEmpty();
            assertThat(first.ending()).isEqualTo(Ending.CANCELLED);
            assertThat(second.next()).isPresent();
            second.close();
        }
    }

    @Test
    final void anEndingIsToldOnlyAtTheEnd() {
        try (Session session = engine().open(head());
                TokenStream stream = session.generate(some(longSeed()))) {
            assertThatThrownBy(stream::ending).isInstanceOf(IllegalStateException.class);
            stream.next();
            assertThatThrownBy(stream::ending).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    final void afterItsEndAStreamStaysEnded() {
        try (Session session = engine().open(head())) {
            TokenStream stream = session.generate(some(longSeed()));
            int tokens = 0;
            while (stream.next().isPresent()) {
                tokens++;
            }
            assertThat(tokens).isPositive();
            Ending ending = stream.ending();
            assertThat(stream.next()).isEmpty();
            stream.close();
            assertThat(stream.ending()).isEqualTo(ending).isNotEqualTo(Ending.CANCELLED);
        }
    }

    @Test
    final void appendedTextChangesWhatFollows() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        try (Session session = engine().open(head())) {
            Set<String> before = new HashSet<>();
            Set<String> after = new HashSet<>();
            for (long seed = 0; seed < 8; seed++) {
                before.add(Read.all(session.generate(some(seed))).text());
            }
            session.append(UNICODE);
            for (long seed = 0; seed < 8; seed++) {
                after.add(Read.all(session.generate(some(seed))).text());
            }
            assertThat(after).isNotEqualTo(before);
        }
    }

    @Test
    final void theSameTextInPiecesIsTheSameText() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        try (Session one = engine().open(head());
                Session two = engine().open(head())) {
            one.append("First.\n\n");
            one.append("");
            one.append("Second.\n\n");
            two.append("First.\n\n");
            two.append("Second.\n\n");
            long seed = longSeed();
            assertThat(Read.all(one.generate(some(seed))).text())
                    .isEqualTo(Read.all(two.generate(some(seed))).text());
        }
    }

    @Test
    final void everyTokenIsEvaluatedOnce() {
        assumeTrue(countsEvaluations(), "this engine does not count evaluated tokens");
        try (Session session = engine().open(head())) {
            Read first = Read.all(session.generate(some(longSeed())));
            assertThat(first.cost().promptTokens()).as("the head").isPositive();
            Read again = Read.all(session.generate(some(longSeed())));
            assertThat(again.cost().promptTokens()).as("nothing new").isLessThanOrEqualTo(1);
            session.append(UNICODE);
            Read foreign = Read.all(session.generate(some(longSeed())));
            assertThat(foreign.cost().promptTokens())
                    .as("foreign text")
                    .isBetween(1, 1 + UNICODE.getBytes(UTF_8).length);
        }
    }

    @Test
    final void ownTextIsAdopted() {
        assumeTrue(countsEvaluations(), "this engine does not count evaluated tokens");
        try (Session session = engine().open(head())) {
            Read own = Read.all(session.generate(some(longSeed())));
            session.append(own.text());
            Read next = Read.all(session.generate(some(longSeed())));
            assertThat(next.cost().promptTokens())
                    .as("evaluated again after <%s>, %s", own.text(), next.cost())
                    .isEqualTo(next.cost().seamTokens())
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    final void ownTextCutByAStopRuleIsAdopted() {
        assumeTrue(countsEvaluations(), "this engine does not count evaluated tokens");
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < seeds() / 4; seed++) {
                Generation step = request(Until.STEP, 8, Distributions.FIRST, seed);
                Read own = Read.all(session.generate(step));
                session.append(own.text());
                Read next = Read.all(session.generate(some(seed)));
                assertThat(next.cost().promptTokens())
                        .as("evaluated again after <%s>, %s", own.text(), next.cost())
                        .isEqualTo(next.cost().seamTokens())
                        .isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    final void theFirstTokenCarriesItsDistributionOnlyWhenAsked() {
        assumeTrue(tellsFirstDistribution(), "this engine does not tell distributions");
        try (Session session = engine().open(head())) {
            try (TokenStream none = session.generate(glimpse(Distributions.NONE))) {
                assertThat(none.next().orElseThrow().distribution()).isEmpty();
            }
            try (TokenStream first = session.generate(glimpse(Distributions.FIRST))) {
                checkEntropy(first.next().orElseThrow());
                assertThat(first.next().orElseThrow().distribution()).isEmpty();
            }
        }
    }

    @Test
    final void everyTokenCarriesItsDistributionWhenAsked() {
        assumeTrue(tellsAllDistributions(), "this engine tells no later distributions");
        try (Session session = engine().open(head());
                TokenStream all = session.generate(glimpse(Distributions.ALL))) {
            int tokens = 0;
            Optional<Token> token = all.next();
            while (token.isPresent()) {
                checkEntropy(token.get());
                tokens++;
                token = all.next();
            }
            assertThat(tokens).isGreaterThanOrEqualTo(3);
        }
    }

    private void checkEntropy(Token token) {
        Entropy entropy = token.distribution().orElseThrow().entropy();
        int vocabulary = token.distribution().orElseThrow().vocabularySize();
        assertThat(entropy.nats()).isBetween(0.0, Math.log(vocabulary) + 1e-6);
        if (engine().info().vocabularySize() > 0) {
            assertThat(vocabulary).isEqualTo(engine().info().vocabularySize());
        }
    }

    @Test
    final void aDistributionIsRawWhateverTheTemperature() {
        assumeTrue(tellsFirstDistribution(), "this engine does not tell distributions");
        try (Session session = engine().open(head())) {
            double greedy = firstEntropy(session, Sampling.GREEDY);
            double hot = firstEntropy(session, new Sampling(2, 0.5, 3, 0.1));
            assertThat(hot).isCloseTo(greedy, Offset.offset(1e-3));
        }
    }

    private static double firstEntropy(Session session, Sampling sampling) {
        Generation request =
                new Generation(sampling, 4, Until.END_OF_SEQUENCE, Distributions.FIRST, 5);
        try (TokenStream stream = session.generate(request)) {
            Token token = stream.next().orElseThrow();
            return token.distribution().orElseThrow().entropy().nats();
        }
    }

    @Test
    final void aGlimpseDecodesNothing() {
        assumeTrue(glimpsesForFree(), "this engine decodes the token that is glimpsed");
        try (Session session = engine().open(head())) {
            TokenStream stream = session.generate(glimpse(Distributions.FIRST));
            stream.next();
            stream.close();
            assertThat(stream.cost().decodedTokens()).isZero();
            assertThat(stream.cost().discardedTokens()).isZero();
        }
    }

    @Test
    final void aSeedDecidesTheText() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        Set<String> texts = new HashSet<>();
        try (Session one = engine().open(head());
                Session two = engine().open(head())) {
            for (long seed = 0; seed < 8; seed++) {
                String text = Read.all(one.generate(some(seed))).text();
                assertThat(Read.all(two.generate(some(seed))).text())
                        .as("seed " + seed)
                        .isEqualTo(text);
                texts.add(text);
            }
        }
        assertThat(texts).as("texts of eight seeds").hasSizeGreaterThan(1);
    }

    @Test
    final void withoutTemperatureTheSeedDoesNotMatter() {
        Set<String> texts = new HashSet<>();
        try (Session session = engine().open(head())) {
            for (long seed = 0; seed < 4; seed++) {
                Generation greedy =
                        new Generation(
                                Sampling.GREEDY,
                                8,
                                Until.END_OF_SEQUENCE,
                                Distributions.NONE,
                                seed);
                texts.add(Read.all(session.generate(greedy)).text());
            }
        }
        assertThat(texts).hasSize(1);
    }

    @Test
    final void roomShrinksByWhatIsAppendedOnly() {
        assumeTrue(tellsRoom(), "this engine does not tell how much room is left");
        try (Session session = engine().open(head())) {
            int before = session.room().orElseThrow();
            Read own = Read.all(session.generate(some(longSeed())));
            session.append("");
            assertThat(session.room()).hasValue(before);
            session.append(own.text());
            int adopted = session.room().orElseThrow();
            assertThat(before - adopted).isBetween(1, own.tokens() + 4);
            session.append(UNICODE);
            assertThat(session.room().orElseThrow()).isLessThan(adopted);
        }
    }

    @Test
    final void aPrefillHintIsHarmless() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session plain = engine().open(head());
                Session hinted = engine().open(head())) {
            hinted.prefill();
            hinted.append(UNICODE);
            hinted.prefill();
            hinted.prefill();
            plain.append(UNICODE);
            assertThat(Read.all(hinted.generate(some(seed))).text())
                    .isEqualTo(Read.all(plain.generate(some(seed))).text());
        }
    }

    @Test
    final void sessionsDoNotMix() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        Prompt other = head("Count </think>\n\n<think> to ten.");
        String alone;
        String otherAlone;
        try (Session one = engine().open(head())) {
            alone = Read.all(one.generate(some(seed))).text();
        }
        try (Session two = engine().open(other)) {
            otherAlone = Read.all(two.generate(some(seed))).text();
        }
        StringBuilder text = new StringBuilder();
        StringBuilder otherText = new StringBuilder();
        try (Session one = engine().open(head());
                Session two = engine().open(other);
                TokenStream first = one.generate(some(seed));
                TokenStream second = two.generate(some(seed))) {
            for (int i = 0; i <= FEW; i++) {
                first.next().ifPresent(token -> text.append(token.text()));
                second.next().ifPresent(token -> otherText.append(token.text()));
            }
        }
        assertThat(text.toString()).isEqualTo(alone);
        assertThat(otherText.toString()).isEqualTo(otherAlone);
    }
}
