package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

class TokenSessionTest {

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

    @Test
    void aVerificationHoldsTheDistributionsOfPlainEvaluation() {
        int[] draft = {70, 80, 90, 100, 110};
        try (TokenSession one = TinyEngines.ask(engine, "one");
                TokenSession step = TinyEngines.ask(engine, "one")) {
            Verification seen = one.verify(draft);

            assertThat(seen.distributions()).hasSize(draft.length + 1);
            for (int i = 0; i <= draft.length; i++) {
                float[] plain = Reading.all(step, Reading.greedy(1)).logits();
                Logits.assertClose(seen.distributions().get(i).logits(), plain, "entry " + i);
                step.append(Arrays.copyOfRange(draft, i, Math.min(i + 1, draft.length)));
            }
        }
    }

    @Test
    void verifyingTheSameDraftAgainGivesTheSameDistributions() {
        int[] draft = {70, 80, 90};
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Verification first = session.verify(draft);
            Verification second = session.verify(draft);

            assertThat(second.distributions()).hasSameSizeAs(first.distributions());
            for (int i = 0; i <= draft.length; i++) {
                float[] expected = first.distributions().get(i).logits();
                Logits.assertClose(second.distributions().get(i).logits(), expected, "entry " + i);
            }
        }
    }

    @Test
    void anEmptyDraftTellsTheNextTokensDistribution() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            float[] next = Reading.all(session, Reading.greedy(1)).logits();

            Verification seen = session.verify(new int[0]);

            assertThat(seen.distributions()).hasSize(1);
            Logits.assertClose(seen.distributions().getFirst().logits(), next, "next");
        }
    }

    @Test
    void aDraftLongerThanAChunkIsVerifiedInSeveralBatches() {
        int[] draft = IntStream.range(0, 200).map(i -> 30 + i % 90).toArray();
        try (TokenSession session = TinyEngines.ask(engine, "one");
                TokenSession plain = TinyEngines.ask(engine, "one")) {
            Verification seen = session.verify(draft);
            plain.append(draft);

            assertThat(seen.distributions()).hasSize(201);
            Logits.assertClose(
                    seen.distributions().getLast().logits(),
                    Reading.all(plain, Reading.greedy(1)).logits(),
                    "last");
        }
    }

    @Test
    void verifyingLeavesTheTextAsItIs() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int[] before = session.tokens();
            float[] next = Reading.all(session, Reading.greedy(1)).logits();

            session.verify(new int[] {70, 80});

            assertThat(session.tokens()).isEqualTo(before);
            Logits.assertClose(Reading.all(session, Reading.greedy(1)).logits(), next, "next");
        }
    }

    @Test
    void anAcceptedBeginningOfADraftIsNotEvaluatedAgain() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.verify(new int[] {70, 80, 90});
            session.append(new int[] {70, 80});
            long before = engine.counters().tokens();
            session.append(new int[] {60});

            Reading.all(session, Reading.greedy(1));

            assertThat(engine.counters().tokens() - before).isEqualTo(1);
        }
    }

    @Test
    void aGlimpsedTextIsVerifiedWithoutEvaluatingItAgain() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading.some(session, Reading.greedy(9), 1);
            long before = engine.counters().tokens();

            session.verify(new int[] {70, 80});

            assertThat(engine.counters().tokens() - before).isEqualTo(2);
        }
    }

    @Test
    void truncatedTokensAreForgotten() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int length = session.tokens().length;
            float[] next = Reading.all(session, Reading.greedy(1)).logits();
            session.append(" two equals half");
            Reading.all(session, Reading.greedy(4));

            session.truncate(length);

            assertThat(session.tokens()).hasSize(length);
            Logits.assertClose(Reading.all(session, Reading.greedy(1)).logits(), next, "next");
        }
    }

    @Test
    void theHeadCannotBeTruncated() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int length = session.tokens().length;
            assertThatThrownBy(() -> session.truncate(length - 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> session.truncate(length + 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(session.tokens()).hasSize(length);
        }
    }

    @Test
    void idsOutsideTheVocabularyAreRefused() {
        int size = engine.info().vocabularySize();
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int[] before = session.tokens();
            assertThatThrownBy(() -> session.append(new int[] {1, size}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Integer.toString(size));
            assertThatThrownBy(() -> session.verify(new int[] {-1}))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(session.tokens()).isEqualTo(before);
        }
    }

    @Test
    void aDraftThatDoesNotFitIsRefused() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            int room = session.room().orElseThrow();
            assertThatThrownBy(() -> session.verify(new int[room + 1]))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining(Integer.toString(room));
        }
    }

    @Test
    void aFullContextIsSaidAndNotOverrun() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            session.append(new int[session.room().orElseThrow() - 3]);
            assertThat(Reading.all(session, Reading.drawn(50, 1)).tokens()).hasSizeBetween(1, 3);

            session.append(new int[10]);
            session.prefill();

            assertThat(session.room()).hasValue(0);
            assertThatThrownBy(() -> session.generate(Reading.greedy(1)))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining("--context");
        }
    }

    @Test
    void greedyTakesTheLikeliestToken() {
        try (TokenSession session = TinyEngines.ask(engine, "one")) {
            Reading reading = Reading.all(session, Reading.greedy(1));
            float[] logits = reading.logits();
            int id = reading.ids().getFirst();

            assertThat(IntStream.range(0, logits.length).filter(i -> logits[i] > logits[id]))
                    .isEmpty();
        }
    }
}
