package dev.glimprouter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.Token;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.reasoning.Ending;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What every engine has to do: distributions, costs and room. */
public abstract class EngineCostContract extends EngineTextContract {

    private Generation glimpse(Distributions wanted) {
        return request(Until.END_OF_SEQUENCE, FEW, wanted, longSeed());
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
            checkAdopted(own, next);
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
                checkAdopted(own, next);
            }
        }
    }

    /** Only a seam is evaluated again; an own last token is evaluated late, and is no prompt. */
    private static void checkAdopted(Read own, Read next) {
        String which = "evaluated after <" + own.text() + ">, " + next.cost();
        int seam = next.cost().seamTokens();
        assertThat(seam).as(which).isLessThanOrEqualTo(4);
        assertThat(next.cost().promptTokens()).as(which).isEqualTo(seam);
        assertThat(next.cost().ownTokens()).as(which).isLessThanOrEqualTo(1);
        if (own.ending() == Ending.END_OF_SEQUENCE) {
            assertThat(next.cost().ownTokens()).as(which).isZero();
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
}
