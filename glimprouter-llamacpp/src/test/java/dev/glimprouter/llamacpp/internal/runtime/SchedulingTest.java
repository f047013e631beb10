package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What happens between planning a batch and its end, step by step. */
@Timeout(120)
class SchedulingTest {

    private static final int CHUNK = 64;

    @TempDir Path directory;

    private static int[] longText(int length) {
        return IntStream.range(0, length).map(i -> 40 + i % 80).toArray();
    }

    private static void check(LlamaEngine engine, LlamaEngine quiet, int... text) {
        try (TokenSession session = TinyEngines.begin(engine, text);
                TokenSession other = TinyEngines.begin(quiet, text)) {
            Logits.assertClose(
                    Reading.all(session, Reading.greedy(1)).logits(),
                    Reading.all(other, Reading.greedy(1)).logits(),
                    "after " + text.length + " tokens");
        }
    }

    @Test
    void aLongPromptIsReadInChunksBetweenOtherWork() throws Exception {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession reading = TinyEngines.begin(engine, longText(700))) {
            Witness witness;
            try (ByHand hand = new ByHand()) {
                assertThat(hand).isNotNull();
                reading.prefill();
                witness = Witness.submit(engine, engine.counters()::tokens, 65);
            }
            assertThat(witness.seen()).as("evaluated by then").isEqualTo(CHUNK + 1);
        }
    }

    @Test
    void aShortPromptIsNotStuckBehindALongOne() throws Exception {
        try (LlamaEngine engine =
                        TinyEngines.open(
                                directory, TinyGguf.DEFAULT, TinyEngines.options(2048, 2, 0));
                TokenSession reading = TinyEngines.begin(engine, longText(2000))) {
            Witness witness;
            try (ByHand hand = new ByHand()) {
                assertThat(hand).isNotNull();
                reading.prefill();
                witness =
                        Witness.submit(
                                engine,
                                engine.counters()::tokens,
                                IntStream.range(0, 30).map(i -> 90 + i).toArray());
            }
            assertThat(witness.seen()).as("evaluated by then").isEqualTo(CHUNK);
        }
    }

    @Test
    void allPromptsMoveOnAndTheChunkStaysFull() throws Exception {
        int prompts = 6;
        int length = 101;
        try (LlamaEngine engine =
                TinyEngines.open(
                        directory, TinyGguf.DEFAULT, TinyEngines.options(256, prompts, 0))) {
            List<TokenSession> sessions = new ArrayList<>();
            try (ByHand hand = new ByHand()) {
                for (int i = 0; i < prompts; i++) {
                    int first = 40 + i;
                    int[] text = IntStream.range(0, length).map(k -> first + k % 80).toArray();
                    TokenSession session = TinyEngines.begin(engine, text);
                    sessions.add(session);
                    session.prefill();
                }
                for (int batch = 1; batch <= 3; batch++) {
                    hand.step(engine);
                    assertThat(engine.counters().tokens()).isEqualTo((long) batch * CHUNK);
                }
                assertThat(cached(engine))
                        .as("three batches of four parts are two parts for each of six")
                        .containsOnly(2 * CHUNK / 4);
            }
            sessions.forEach(TokenSession::close);
        }
    }

    private static List<Integer> cached(LlamaEngine engine) {
        return engine.model().pool().all().stream().map(one -> one.cache().size()).toList();
    }

    @Test
    void twoModelsTakeTurns() throws Exception {
        try (LlamaEngine one = TinyEngines.open(directory, TinyGguf.DEFAULT);
                LlamaEngine two = TinyEngines.open(directory, TinyGguf.DEFAULT.withSeed(2));
                TokenSession busy = TinyEngines.begin(one, longText(700))) {
            Witness witness;
            try (ByHand hand = new ByHand()) {
                assertThat(hand).isNotNull();
                busy.prefill();
                witness = Witness.submit(two, one.counters()::batches, 65, 66);
            }
            assertThat(witness.seen()).as("batches of the other").isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aBatchThatNobodyWantsIsStopped() throws Exception {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                LlamaEngine quiet = TinyEngines.open(directory, TinyGguf.DEFAULT)) {
            TokenSession session = TinyEngines.begin(engine, longText(300));
            try (ByHand hand = new ByHand()) {
                session.prefill();
                hand.step(engine);
                Runnable batch = hand.plan(engine);
                session.close();
                batch.run();

                assertThat(engine.counters().tokens()).isEqualTo(CHUNK);
            }
            check(engine, quiet, longText(300));
        }
    }

    @Test
    void aBatchThatSomebodyWantsGoesOn() throws Exception {
        try (LlamaEngine engine =
                        TinyEngines.open(
                                directory, TinyGguf.DEFAULT, TinyEngines.options(512, 2, 0));
                LlamaEngine quiet = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession stays = TinyEngines.begin(engine, 65, 66)) {
            TokenSession leaves = TinyEngines.begin(engine, longText(30));
            TokenSession comes;
            try (ByHand hand = new ByHand()) {
                leaves.prefill();
                TokenStream stream = stays.generate(Reading.greedy(1));
                Runnable batch = hand.plan(engine);
                leaves.close();
                comes = TinyEngines.begin(engine, longText(12));
                comes.prefill();
                batch.run();
                hand.step(engine);

                assertThat(stream.next()).isPresent();
                assertThat(engine.counters().tokens()).isEqualTo(33);
            }
            comes.close();
            check(engine, quiet, longText(12));
            check(engine, quiet, longText(40));
        }
    }

    @Test
    void aPrefillInFlightServesTheStreamThatFollows() throws Exception {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.begin(engine, longText(30))) {
            TokenStream stream;
            try (ByHand hand = new ByHand()) {
                session.prefill();
                Runnable batch = hand.plan(engine);
                stream = session.generate(Reading.greedy(1));
                batch.run();
                hand.step(engine);
            }

            assertThat(stream.next()).isPresent();
            assertThat(stream.cost().promptTokens()).isEqualTo(30);
            assertThat(stream.cost().seamTokens()).isZero();
            assertThat(engine.counters().tokens()).isEqualTo(30);
        }
    }

    @Test
    void textThatChangesWhileItIsEvaluatedIsNotMixedUp() throws Exception {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                LlamaEngine quiet = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.begin(engine, longText(20))) {
            int reported;
            try (ByHand hand = new ByHand()) {
                session.append(new int[] {65, 66, 67});
                TokenStream first = session.generate(Reading.greedy(5));
                Runnable batch = hand.plan(engine);
                session.truncate(21);
                session.append(new int[] {68, 69});
                batch.run();
                reported = first.cost().promptTokens();
                assertThat(first.ending()).isEqualTo(Ending.CANCELLED);
            }
            Reading next = Reading.all(session, Reading.greedy(1));

            assertThat(reported + next.evaluated()).isEqualTo((int) engine.counters().tokens());
            session.append(new int[] {70});
            check(engine, quiet, session.tokens());
        }
    }

    @Test
    void logitsOfATextThatIsGoneAreNotTaken() throws Exception {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                LlamaEngine quiet = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.begin(engine, longText(20))) {
            Reading own = Reading.all(session, Reading.greedy(2));
            int other = own.ids().getFirst() == 65 ? 66 : 65;
            try (ByHand hand = new ByHand()) {
                session.append(new int[] {other});
                session.append(longText(100));
                session.prefill();
                hand.step(engine);
                session.truncate(21);
            }
            float[] actual = Reading.all(session, Reading.greedy(1)).logits();
            try (TokenSession whole = TinyEngines.begin(quiet, session.tokens())) {
                float[] expected = Reading.all(whole, Reading.greedy(1)).logits();
                Logits.assertClose(actual, expected, "after " + other);
            }
        }
    }

    @Test
    void aSequenceGivenBackWhileItIsInABatchIsNotForgottenBeforeItsEnd() throws Exception {
        try (LlamaEngine engine =
                        TinyEngines.open(
                                directory, TinyGguf.DEFAULT, TinyEngines.options(2048, 1, 2));
                TokenSession session = TinyEngines.begin(engine, 65, 66);
                TokenSession side = (TokenSession) session.branch()) {
            TokenSession leaves = (TokenSession) session.branch();
            leaves.append(longText(2030));
            Reading.all(leaves, Reading.greedy(1));
            side.append(longText(2030));
            Reading.all(side, Reading.greedy(1));
            try (ByHand hand = new ByHand()) {
                session.append(IntStream.of(longText(200)).skip(2).limit(60).toArray());
                leaves.append(new int[] {67});
                TokenStream leaving = leaves.generate(Reading.greedy(9));
                TokenStream staying = session.generate(Reading.greedy(1));
                Runnable batch = hand.plan(engine);
                leaves.close();
                batch.run();
                assertThat(leaving.next()).isEmpty();
                assertThat(engine.model().agreesWithItsCache()).isTrue();
                assertThat(staying.cost().promptTokens()).isEqualTo(62);
            }
            assertThat(Reading.all(session, Reading.greedy(1)).tokens()).hasSize(1);
        }
    }

    @Test
    void aFullCacheIsTriedAgainWithoutTheIdleOnes() throws Exception {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT, TinyEngines.options(2048, 1, 2))) {
            TokenSession session = TinyEngines.begin(engine, 65, 66);
            TokenSession one = (TokenSession) session.branch();
            TokenSession two = (TokenSession) session.branch();
            one.append(longText(2000));
            two.append(IntStream.of(longText(2040)).skip(1).limit(2000).toArray());
            Reading.all(one, Reading.greedy(1));
            Reading.all(two, Reading.greedy(1));
            session.append(IntStream.of(longText(200)).skip(2).limit(150).toArray());
            TokenStream stream;
            try (ByHand hand = new ByHand()) {
                stream = session.generate(Reading.greedy(1));
                hand.step(engine);
                Runnable batch = hand.plan(engine);
                one.close();
                batch.run();
            }

            assertThat(stream.next()).isPresent();
            stream.close();
            two.close();
            session.close();
        }
    }
}
