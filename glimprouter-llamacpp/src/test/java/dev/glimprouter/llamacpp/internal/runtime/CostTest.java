package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

/** On each model every token is evaluated once, and the costs say so. */
class CostTest extends CostTestBase {

    @Test
    void theFirstStreamPaysForTheHead() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isEqualTo(session.tokens().length);
            assertThat(cost.cachedTokens()).isZero();
            assertThat(cost.seamTokens()).isZero();
            assertThat(cost.prefillNanos()).isPositive();
        }
    }

    @Test
    void aGlimpseTellsTheWholeVocabularyAndDecodesNothing() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            TokenStream stream = session.generate(Reading.greedy(9));
            int vocabulary =
                    stream.next().orElseThrow().distribution().orElseThrow().vocabularySize();
            stream.close();

            assertThat(vocabulary).isEqualTo(engine.info().vocabularySize());
            assertThat(engine.counters().tokens()).isEqualTo(session.tokens().length);
            assertThat(stream.cost().decodedTokens()).isZero();
            assertThat(stream.cost().discardedTokens()).isZero();
        }
    }

    @Test
    void theSameHeadIsFoundInTheCacheOfAClosedSession() {
        int length;
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            length = session.tokens().length;
            Reading.all(session, Reading.greedy(6));
        }
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.cachedTokens() + cost.promptTokens()).isEqualTo(length);
            assertThat(cost.promptTokens()).isLessThanOrEqualTo(1);
            assertThat(cost.seamTokens()).isZero();
        }
    }

    @Test
    void aPrefixIsSharedWithASessionThatIsOpen() {
        try (TokenSession first = TinyEngines.ask(engine, "one");
                TokenSession second = TinyEngines.ask(engine, "one")) {
            Reading.all(first, Reading.greedy(6));
            StreamCost cost = Reading.all(second, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isLessThanOrEqualTo(1);
            assertThat(cost.cachedTokens()).isGreaterThanOrEqualTo(second.tokens().length - 1);
        }
    }

    @Test
    void fewSharedTokensAreEvaluatedAgain() {
        try (TokenSession first = TinyEngines.begin(engine, 65, 66, 67, 68, 69);
                TokenSession second = TinyEngines.begin(engine, 65, 66, 67, 68, 70)) {
            Reading.all(first, Reading.greedy(1));
            StreamCost cost = Reading.all(second, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isEqualTo(5);
            assertThat(cost.cachedTokens()).isZero();
        }
    }

    @Test
    void ownTextIsAdopted() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int head = session.tokens().length;
            Reading own = Reading.all(session, Reading.greedy(8));
            session.append(own.text());
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.ownTokens()).as("its last token").isEqualTo(1);
            assertThat(cost.ownNanos()).isPositive();
            assertThat(cost.promptTokens()).isZero();
            assertThat(cost.prefillNanos()).isZero();
            assertThat(cost.seamTokens()).isZero();
            assertThat(cost.cachedTokens()).isZero();
            assertThat(engine.statistics().prefillTokens()).isEqualTo(head);
        }
    }

    @Test
    void ownTextWithMoreBehindItIsAdopted() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading own = Reading.all(session, Reading.greedy(8));
            session.append(own.text() + "\n");
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isEqualTo(1);
            assertThat(cost.ownTokens()).isEqualTo(1);
        }
    }

    @Test
    void ownTextThatEndedBySequenceEndWasEvaluatedInTurn() throws IOException {
        TinyGguf model = TinyGguf.DEFAULT.withBias(Map.of("<|im_end|>", 6.0));
        try (LlamaEngine ending = TinyEngines.open(directory, model);
                TokenSession session = TinyEngines.ask(ending, "one")) {
            Reading own = endedAfterText(session);
            session.append(own.text());
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(own.cost().decodedTokens()).isEqualTo(own.tokens().size() - 1);
            assertThat(cost).isEqualTo(StreamCost.NONE);
        }
    }

    private static Reading endedAfterText(TokenSession session) {
        for (int seed = 0; seed < 100; seed++) {
            Reading own = Reading.all(session, Reading.drawn(20, seed));
            if (own.ending() == Ending.END_OF_SEQUENCE && own.tokens().size() > 1) {
                return own;
            }
        }
        throw new AssertionError("no seed ends the sequence after some text");
    }

    @Test
    void aTokenThatIsCutIsCountedAsSeam() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading own = Reading.all(session, Reading.greedy(20));
            int before = session.tokens().length;
            int cut = 1;
            while (own.tokens().get(cut).text().length() < 3) {
                cut++;
            }
            int length = 2;
            for (int i = 0; i < cut; i++) {
                length += own.tokens().get(i).text().length();
            }
            session.append(own.text().substring(0, length));
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            int left = session.tokens().length - before - cut;
            assertThat(left).isBetween(1, 2);
            assertThat(cost.seamTokens()).isEqualTo(left);
            assertThat(cost.promptTokens()).isEqualTo(left);
        }
    }

    @Test
    void foreignTextInsteadOfOwnIsNoSeam() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int before = session.tokens().length;
            Reading.all(session, Reading.greedy(8));
            session.append(FOREIGN);
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isEqualTo(session.tokens().length - before);
            assertThat(cost.seamTokens()).isZero();
        }
    }

    @Test
    void evaluatingTheLastTokenAgainIsCountedAsSeam() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading.all(session, Reading.greedy(8));
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isEqualTo(1);
            assertThat(cost.seamTokens()).isEqualTo(1);
        }
    }

    @Test
    void aForgetfulEngineReadsAKnownQuestionAgain() {
        ask("one");
        StreamCost warm = ask("one");
        engine.forget();
        StreamCost cold = ask("one");

        assertThat(warm.cachedTokens()).isPositive();
        assertThat(cold.cachedTokens()).isZero();
        assertThat(cold.promptTokens()).isEqualTo(warm.promptTokens() + warm.cachedTokens());
    }

    private StreamCost ask(String question) {
        try (TokenSession session = TinyEngines.ask(engine, question)) {
            return Reading.all(session, Reading.greedy(3)).cost();
        }
    }

    @Test
    void openSessionsKeepWhatTheyHave() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading.all(session, Reading.greedy(1));
            engine.forget();
            StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

            assertThat(cost.promptTokens()).isZero();
        }
    }

    @Test
    void aBranchFindsItsParentsTokensInTheCache() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.append(FOREIGN);
            Reading.all(session, Reading.greedy(1));
            try (Session branch = session.branch()) {
                StreamCost cost = Reading.all(branch, Reading.greedy(1)).cost();

                assertThat(cost.promptTokens()).isZero();
                assertThat(cost.cachedTokens()).isEqualTo(session.tokens().length);
            }
        }
    }

    @Test
    void aBranchThatIsLongerSharesWithItsParentAsWell() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            try (Session branch = session.branch()) {
                branch.append(FOREIGN);
                Reading.all(branch, Reading.greedy(1));
                session.append(FOREIGN);
                StreamCost cost = Reading.all(session, Reading.greedy(1)).cost();

                assertThat(cost.promptTokens()).isZero();
                assertThat(cost.cachedTokens()).isEqualTo(session.tokens().length);
            }
        }
    }

    @Test
    void theCostOfAClosedStreamIsFinal() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            TokenStream stream = session.generate(Reading.drawn(100, 7));
            stream.next();
            stream.next();
            stream.close();
            StreamCost cost = stream.cost();
            Reading next = Reading.all(session, Reading.greedy(1));

            assertThat(stream.cost()).isEqualTo(cost);
            assertThat(cost.promptTokens() + cost.decodedTokens() + next.evaluated())
                    .isEqualTo((int) engine.counters().tokens());
        }
    }

    @Test
    void whatWasDecodedAheadInVainIsDiscarded() {
        Generation hundred =
                new Generation(Sampling.GREEDY, 100, Until.END_OF_SEQUENCE, Distributions.NONE, 0);
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            TokenStream stream = session.generate(hundred);
            stream.next();
            stream.next();
            Reading other;
            try (TokenSession another = TinyEngines.ask(engine, "two")) {
                other = Reading.all(another, Reading.greedy(20));
            }
            stream.close();

            assertThat(other.tokens()).hasSize(20);
            assertThat(stream.cost().decodedTokens()).isEqualTo(4);
            assertThat(stream.cost().discardedTokens()).isEqualTo(2);
        }
    }
}
