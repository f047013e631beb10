package dev.glimprouter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.reasoning.Ending;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What every engine has to do.
 *
 * <p>A subclass opens the engine and says what it cannot do. This part is about cancelling, closing
 * and branches; the parts above it about text, draws, distributions and costs.
 */
public abstract class EngineContract extends EngineCostContract {

    private static final long PATIENCE_SECONDS = 60;

    /** A generation that is still running when it is cancelled after its first token. */
    protected abstract Generation lengthy();

    /** Whether sessions have branches. */
    protected boolean branches() {
        return true;
    }

    @Test
    final void closingBeforeTheFirstTokenEndsTheStream() {
        try (Session session = engine().open(head())) {
            TokenStream stream = session.generate(lengthy());
            stream.close();
            assertThat(stream.next()).isEmpty();
            assertThat(stream.ending()).isEqualTo(Ending.CANCELLED);
        }
    }

    @Test
    final void closingBetweenTokensEndsTheStreamAndTwiceIsOnce() {
        try (Session session = engine().open(head())) {
            TokenStream stream = session.generate(lengthy());
            stream.next();
            stream.close();
            stream.close();
            assertThat(stream.next()).isEmpty();
            assertThat(stream.ending()).isEqualTo(Ending.CANCELLED);
            assertThat(stream.cost()).isEqualTo(stream.cost());
        }
    }

    @Test
    final void aSessionGoesOnAfterACancelledStream() {
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session session = engine().open(head())) {
            String before = Read.all(session.generate(some(seed))).text();
            TokenStream stream = session.generate(lengthy());
            stream.next();
            stream.close();
            assertThat(Read.all(session.generate(some(seed))).text()).isEqualTo(before);
        }
    }

    @Test
    final void closingTheStreamWakesItsReaderWithinASecond() throws Exception {
        try (Session session = engine().open(head())) {
            TokenStream stream = session.generate(lengthy());
            CompletableFuture<Ending> reader = readOnAnotherThread(stream);
            stream.close();
            assertThat(reader.get(1, TimeUnit.SECONDS)).isEqualTo(Ending.CANCELLED);
        }
    }

    @Test
    final void closingTheSessionWakesItsReaderWithinASecond() throws Exception {
        Session session = engine().open(head());
        CompletableFuture<Ending> reader = readOnAnotherThread(session.generate(lengthy()));
        session.close();
        assertThat(reader.get(1, TimeUnit.SECONDS)).isEqualTo(Ending.CANCELLED);
    }

    @Test
    final void closingTheEngineWakesItsReadersWithinASecond() throws Exception {
        Session session = engine().open(head());
        CompletableFuture<Ending> reader = readOnAnotherThread(session.generate(lengthy()));
        engine().close();
        assertThat(reader.get(1, TimeUnit.SECONDS)).isEqualTo(Ending.CANCELLED);
    }

    /** Starts to read on, and returns once the first token was read. */
    private static CompletableFuture<Ending> readOnAnotherThread(TokenStream stream)
            throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (stream.next().isPresent()) {
                                    first.countDown();
                                }
                                ending.complete(stream.ending());
                            } catch (RuntimeException failure) {
                                ending.completeExceptionally(failure);
                            }
                            first.countDown();
                        });
        assertThat(first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return ending;
    }

    @Test
    final void whatIsClosedSaysSo() {
        Session session = engine().open(head());
        session.close();
        session.close();
        assertThatThrownBy(() -> session.append("x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.generate(some(0)))
                .isInstanceOf(IllegalStateException.class);
        if (branches()) {
            assertThatThrownBy(session::branch).isInstanceOf(IllegalStateException.class);
        }
        engine().close();
        engine().close();
        assertThatThrownBy(() -> engine().open(head())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    final void aClosedSessionMakesRoomForAnother() {
        for (int i = 0; i < 40; i++) {
            try (Session session = engine().open(head());
                    TokenStream stream = session.generate(some(i))) {
                assertThat(stream.next()).isPresent();
            }
        }
    }

    @Test
    final void aBranchSeesTheSameText() {
        assumeTrue(branches(), "this engine has no branches");
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session session = engine().open(head())) {
            session.append(UNICODE);
            String text = Read.all(session.generate(some(seed))).text();
            try (Session branch = session.branch()) {
                assertThat(Read.all(branch.generate(some(seed))).text()).isEqualTo(text);
                assertThat(branch.room()).isEqualTo(session.room());
            }
        }
    }

    @Test
    final void aBranchHasALifeOfItsOwn() {
        assumeTrue(branches(), "this engine has no branches");
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session session = engine().open(head())) {
            String before = Read.all(session.generate(some(seed))).text();
            Session branch = session.branch();
            Session sister = session.branch();
            branch.append(UNICODE);
            Read.all(branch.generate(some(seed)));
            assertThat(Read.all(sister.generate(some(seed))).text()).isEqualTo(before);
            branch.close();
            branch.close();
            assertThat(Read.all(session.generate(some(seed))).text()).isEqualTo(before);
            assertThat(Read.all(sister.generate(some(seed))).text()).isEqualTo(before);
            sister.close();
            assertThat(Read.all(session.generate(some(seed))).text()).isEqualTo(before);
        }
    }

    @Test
    final void aQuestionBesideTheReasoningStaysInItsBranch() {
        assumeTrue(branches(), "this engine has no branches");
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session session = engine().open(head())) {
            String before = Read.all(session.generate(some(seed))).text();
            try (Session branch = session.branch()) {
                branch.append("Two and two is four.\n\n");
                branch.ask(new Aside("Is that right? <|im_end|>", "Answer:"));
                assertThat(branch.room().isPresent()).isEqualTo(session.room().isPresent());
                assertThat(branch.room().orElse(0)).isLessThan(session.room().orElse(1));
                try (TokenStream answer = branch.generate(some(seed))) {
                    assertThat(answer.next()).isPresent();
                }
            }
            assertThat(Read.all(session.generate(some(seed))).text()).isEqualTo(before);
        }
    }

    @Test
    final void aBranchEvaluatesNothingAgain() {
        assumeTrue(branches(), "this engine has no branches");
        assumeTrue(countsEvaluations(), "this engine does not count evaluated tokens");
        try (Session session = engine().open(head())) {
            Read.all(session.generate(some(longSeed())));
            try (Session branch = session.branch()) {
                Read read = Read.all(branch.generate(some(longSeed())));
                assertThat(read.cost().promptTokens()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    final void parentAndBranchGenerateAtTheSameTime() {
        assumeTrue(branches(), "this engine has no branches");
        assumeTrue(isReproducible(), "this engine does not reproduce a seed's text");
        long seed = longSeed();
        try (Session session = engine().open(head());
                Session branch = session.branch()) {
            String text = Read.all(session.generate(some(seed))).text();
            StringBuilder one = new StringBuilder();
            StringBuilder two = new StringBuilder();
            try (TokenStream first = session.generate(some(seed));
                    TokenStream second = branch.generate(some(seed))) {
                for (int i = 0; i <= FEW; i++) {
                    first.next().ifPresent(token -> one.append(token.text()));
                    second.next().ifPresent(token -> two.append(token.text()));
                }
            }
            assertThat(List.of(one.toString(), two.toString())).containsOnly(text);
        }
    }
}
