package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Sessions that come, work together, are cancelled and go. */
@Timeout(120)
class LifeTest {

    private static final int[] LONG_TEXT = IntStream.range(0, 700).map(i -> 40 + i % 80).toArray();

    @TempDir Path directory;

    @Test
    void sessionsShareBatches() throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT, TinyEngines.options(512, 8, 0))) {
            List<Reading> readings = Crowd.read(engine, 8, Reading.greedy(60));

            BatchCounters counters = engine.counters();
            assertThat(readings).allSatisfy(one -> assertThat(one.tokens()).isNotEmpty());
            assertThat(counters.sequences()).isGreaterThan(2 * counters.batches());
            assertThat(readings.stream().mapToInt(Reading::evaluated).sum())
                    .isEqualTo((int) counters.tokens());
        }
    }

    @Test
    void aThousandSessionsLeaveNothingBehind() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                int first = worker;
                tasks.add(() -> work(engine, first));
            }
            List<Integer> sums = Crowd.all(tasks);

            assertThat(sums.stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo((int) engine.counters().tokens());
        }
    }

    private static int work(LlamaEngine engine, int worker) {
        int evaluated = 0;
        for (int i = 0; i < 250; i++) {
            try (Session session = TinyEngines.ask(engine, "question " + (i * 4 + worker))) {
                Reading reading = Reading.all(session, Reading.drawn(1 + i % 3, i));
                assertThat(reading.tokens()).isNotEmpty();
                evaluated += reading.evaluated();
            }
        }
        return evaluated;
    }

    @Test
    void oneDecodeThreadServesAllEngines() throws IOException {
        try (LlamaEngine one = TinyEngines.open(directory, TinyGguf.DEFAULT);
                LlamaEngine two = TinyEngines.open(directory, TinyGguf.DEFAULT.withSeed(2));
                TokenSession first = TinyEngines.ask(one, "one");
                TokenSession second = TinyEngines.ask(two, "one")) {
            Reading.all(first, Reading.greedy(3));
            Reading.all(second, Reading.greedy(3));

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("glimprouter-decode"))
                    .hasSize(1);
        }
    }

    @Test
    void aSessionMayGoWhileItIsEvaluatedAndAnotherTakeItsPlace() throws IOException {
        TinyGguf model = TinyGguf.DEFAULT;
        try (LlamaEngine engine =
                        TinyEngines.open(directory, model, TinyEngines.options(800, 1, 0));
                LlamaEngine quiet =
                        TinyEngines.open(directory, model, TinyEngines.options(800, 1, 0))) {
            float[] expected;
            try (TokenSession session = TinyEngines.begin(quiet, LONG_TEXT)) {
                expected = Reading.all(session, Reading.greedy(1)).logits();
            }
            for (int i = 0; i < 60; i++) {
                int[] start = IntStream.of(LONG_TEXT).limit(300 + i).toArray();
                TokenSession leaving = TinyEngines.begin(engine, start);
                TokenStream stream = leaving.generate(Reading.drawn(50, i));
                if (i % 2 == 0) {
                    stream.next();
                    stream.next();
                }
                leaving.close();
                try (TokenSession session = TinyEngines.begin(engine, LONG_TEXT)) {
                    float[] actual = Reading.all(session, Reading.greedy(1)).logits();
                    Logits.assertClose(actual, expected, "round " + i);
                }
            }
        }
    }

    @Test
    void aCancelledStreamDoesNotSpoilTheNextOne() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.begin(engine, LONG_TEXT)) {
            float[] expected = Reading.all(session, Reading.greedy(1)).logits();
            int length = session.tokens().length;
            for (int i = 0; i < 60; i++) {
                session.append(new int[] {50 + i, 51, 52});
                TokenStream stream = session.generate(Reading.drawn(50, i));
                if (i % 3 > 0) {
                    stream.next();
                    stream.next();
                }
                stream.close();
                session.truncate(length);
                float[] actual = Reading.all(session, Reading.greedy(1)).logits();
                Logits.assertClose(actual, expected, "round " + i);
            }
        }
    }

    @Test
    void closingTheSessionEndsAVerification() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT)) {
            for (int i = 0; i < 20; i++) {
                TokenSession session = TinyEngines.begin(engine, LONG_TEXT);
                Thread closer = Thread.ofVirtual().start(session::close);
                try {
                    assertThat(session.verify(new int[] {65, 66}).distributions()).hasSize(3);
                } catch (CancelledException | IllegalStateException closed) {
                    assertThat(closed).hasMessageMatching(".*(cancelled|closed).*");
                }
                join(closer);
            }
            try (TokenSession session = TinyEngines.ask(engine, "one")) {
                assertThat(Reading.all(session, Reading.greedy(3)).tokens()).isNotEmpty();
            }
        }
    }

    @Test
    void anInterruptedVerificationSaysSo() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
                TokenSession session = TinyEngines.begin(engine, LONG_TEXT)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> session.verify(new int[] {65}))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(session.verify(new int[] {65}).distributions()).hasSize(2);
        }
    }

    @Test
    void manyMayCloseTheSameSession() throws IOException {
        try (LlamaEngine engine =
                TinyEngines.open(directory, TinyGguf.DEFAULT, TinyEngines.options(512, 1, 1))) {
            for (int i = 0; i < 30; i++) {
                TokenSession session = TinyEngines.ask(engine, "one");
                Session branch = session.branch();
                session.generate(Reading.greedy(20)).next();
                Callable<Boolean> close =
                        () -> {
                            session.close();
                            branch.close();
                            return true;
                        };
                Crowd.all(List.of(close, close, close));
            }
            try (TokenSession last = TinyEngines.ask(engine, "one")) {
                last.branch().close();
                assertThatThrownBy(() -> TinyEngines.ask(engine, "two"))
                        .isInstanceOf(RetryableException.class)
                        .hasMessageContaining("open for 1 question:")
                        .hasMessageContaining("withSessions");
            }
        }
    }

    @Test
    void branchesRunOutWithAClearError() throws IOException {
        try (LlamaEngine engine =
                        TinyEngines.open(
                                directory, TinyGguf.DEFAULT, TinyEngines.options(512, 1, 2));
                TokenSession session = TinyEngines.ask(engine, "one");
                Session first = session.branch();
                Session second = session.branch()) {
            assertThat(first).isNotSameAs(second);
            assertThatThrownBy(session::branch)
                    .isInstanceOf(RetryableException.class)
                    .hasMessageContaining("2 branches");
            assertThat(Reading.all(session, Reading.greedy(3)).tokens()).isNotEmpty();
        }
    }

    @Test
    void aClosedEngineRefusesWorkInsteadOfTouchingFreedMemory() throws IOException {
        LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
        TokenSession session = TinyEngines.ask(engine, "one");
        TokenStream stream = session.generate(Reading.greedy(50));
        stream.next();
        engine.close();

        assertThat(stream.next()).isEmpty();
        assertThatThrownBy(() -> session.append("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.append(new int[] {1}))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.generate(Reading.greedy(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.verify(new int[] {1}))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(session::branch).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TinyEngines.ask(engine, "two"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine is closed");
        session.prefill();
        session.close();
    }

    @Test
    void anEngineMayBeClosedWhileSessionsAreOpenedAndRead() throws IOException {
        for (int i = 0; i < 10; i++) {
            LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT);
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                tasks.add(() -> readUntilClosed(engine));
            }
            tasks.add(
                    () -> {
                        try (TokenSession session = TinyEngines.ask(engine, "one")) {
                            Reading.some(session, Reading.greedy(9), 4);
                        }
                        engine.close();
                        return true;
                    });
            assertThat(Crowd.all(tasks)).containsOnly(true);
        }
    }

    private static boolean readUntilClosed(LlamaEngine engine) {
        try {
            while (true) {
                try (TokenSession session = TinyEngines.ask(engine, "\u65e5\u672c and more")) {
                    session.append(" the sum is total");
                    Reading.all(session, Reading.greedy(5));
                }
            }
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
