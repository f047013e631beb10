package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.ReplicaHealth;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Play;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Servers that fail are left alone, and found again. */
class BreakerTest extends BreakerTestBase {

    private static final Duration YEAR = Duration.ofDays(365);

    static Stream<Play> faults() {
        return Stream.of(
                Play.json(500, "{\"error\":{\"message\":\"out of memory\"}}"),
                Faults.overloaded(2),
                Play.broken(Cut.RESET),
                Play.broken(Cut.FIN));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aServerThatFailedIsLeftAloneUntilItsPauseIsOver(Play fault) {
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(fault);

        failure(engine.open(HEAD));
        int asked = mortal.requests();
        assertThat(engine.health().usable()).isFalse();
        RetryableException closed = failure(engine.open(HEAD));
        assertThat(closed).hasMessageContaining("No server of the model takes requests");
        assertThat(closed.details().retryAfter().orElseThrow())
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
        assertThat(mortal.requests()).isEqualTo(asked);

        mortal.recovers();
        time.advance(QUICK.longest());
        assertThat(step(engine.open(HEAD)).text()).isEqualTo(STEP_TEXT);
        assertThat(engine.health().replicas()).containsExactly(ReplicaHealth.WELL);
    }

    @Test
    void aServerThatIsGoneIsLeftAlone() {
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        Session before = engine.open(HEAD);
        step(before);
        mortal.server.close();

        assertThat(failure(before).details().retryAfter()).isPresent();

        assertThat(failure(before)).hasMessageContaining(mortal.server.uri().toString());
        assertThat(engine.health().usable()).isFalse();
    }

    @Test
    void aServerThatHangsIsLeftAlone() {
        settings =
                settings.withBreaker(new Breaker(1, YEAR, YEAR))
                        .withTimeouts(
                                settings.timeouts()
                                        .withFirstToken(Duration.ofSeconds(5))
                                        .withTotal(YEAR));
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(Play.silence());
        Session session = engine.open(HEAD);
        CompletableFuture<RetryableException> late =
                CompletableFuture.supplyAsync(
                        () -> failure(session), task -> Thread.ofVirtual().start(task));
        mortal.server.awaitExchange(COMPLETIONS, 0);
        while (!late.isDone()) {
            time.advance(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
        assertThat(late.join()).hasMessageContaining("no first token");

        failure(session);

        assertThat(mortal.requests()).isEqualTo(1);
    }

    @Test
    void onlyOneRequestTriesADeadServer() {
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(Play.broken(Cut.RESET));
        failure(engine.open(HEAD));
        int asked = mortal.requests();
        time.advance(QUICK.longest());
        mortal.has(Play.silence());

        TokenStream trial = closing(engine.open(HEAD).generate(STEP));
        CompletableFuture<Void> trying =
                CompletableFuture.runAsync(trial::next, task -> Thread.ofVirtual().start(task));
        mortal.server.awaitExchange(COMPLETIONS, asked);
        assertThat(engine.health().usable()).isFalse();
        failure(engine.open(HEAD));
        assertThat(mortal.requests()).isEqualTo(asked + 1);

        trial.close();
        trying.join();
        mortal.recovers();
        assertThat(step(engine.open(HEAD)).text()).as("the next one tries").isEqualTo(STEP_TEXT);
    }

    @Test
    void whatTheRequestIsToBlameForDoesNotCount() {
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(Play.json(400, "{\"error\":{\"message\":\"top_k is too low\"}}"));

        for (int i = 0; i < 3; i++) {
            TokenStream stream = closing(engine.open(HEAD).generate(STEP));
            assertThatThrownBy(stream::next).isInstanceOf(RequestException.class);
        }

        assertThat(engine.health().replicas()).containsExactly(ReplicaHealth.WELL);
        assertThat(mortal.requests()).isEqualTo(3);
    }

    @Test
    void aRefusalShowsThatAServerLives() {
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(Play.broken(Cut.RESET));
        failure(engine.open(HEAD));
        time.advance(QUICK.longest());
        mortal.has(Play.json(400, "{\"error\":{\"message\":\"top_k is too low\"}}"));

        TokenStream trial = closing(engine.open(HEAD).generate(STEP));
        assertThatThrownBy(trial::next).isInstanceOf(RequestException.class);

        assertThat(engine.health().replicas()).containsExactly(ReplicaHealth.WELL);
    }

    @Test
    void whoHangsUpBlamesNobody() {
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(Play.silence());
        TokenStream stream = engine.open(HEAD).generate(STEP);
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(stream::next, task -> Thread.ofVirtual().start(task));
        mortal.server.awaitExchange(COMPLETIONS, 0);

        stream.close();
        reading.join();

        assertThat(engine.health().replicas()).containsExactly(ReplicaHealth.WELL);
    }
}
