package dev.glimprouter.openai.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.Incident;
import dev.glimprouter.engine.ReplicaHealth;
import dev.glimprouter.engine.Retries;
import dev.glimprouter.engine.Session;
import dev.glimprouter.engine.TokenStream;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.Header;
import dev.glimprouter.testkit.upstream.Play;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Servers that have too much to do, and replicas of which one is dead. */
class LeftAloneTest extends BreakerTestBase {

    private static Play busyFor(int seconds) {
        return Play.json(
                429,
                "{\"error\":{\"message\":\"slow down\"}}",
                new Header("Retry-After", "" + seconds));
    }

    @Test
    void aBusyServerIsLeftAloneByAll() {
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(busyFor(7));
        assertThat(failure(engine.open(HEAD)).details().status()).hasValue(429);
        mortal.recovers();

        assertThat(failure(engine.open(HEAD)).details().retryAfter())
                .hasValue(Duration.ofSeconds(7));
        assertThat(mortal.requests()).isEqualTo(1);
        assertThat(engine.health().usable()).as("it lives").isTrue();

        time.advance(Duration.ofSeconds(7));
        assertThat(step(engine.open(HEAD)).text()).isEqualTo(STEP_TEXT);
    }

    @Test
    void whereThereAreRetriesABusyServerIsWaitedFor() {
        settings = settings.withRetries(Retries.DEFAULT);
        Mortal mortal = new Mortal();
        Engine engine = over(mortal);
        mortal.has(busyFor(7));
        TokenStream stream = closing(engine.open(HEAD).generate(STEP));
        time.after(Duration.ofSeconds(6).toNanos(), mortal::recovers);

        assertThat(stream.next()).isPresent();

        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(7).toNanos());
        assertThat(stream.incidents()).hasSize(1);
    }

    @Test
    void aDeadReplicaIsLeftOnceAndNotTouchedUntilOneMayTry() {
        settings = settings.withRetries(Retries.DEFAULT);
        Mortal one = new Mortal();
        Mortal two = new Mortal();
        Engine engine = over(one, two);
        Session session = engine.open(HEAD);
        step(session);
        Mortal home = one.requests() == 1 ? one : two;
        Mortal other = home == one ? two : one;
        home.has(Play.broken(Cut.RESET));

        assertThat(step(session).incidents()).hasOnlyElementsOfType(Incident.Move.class).hasSize(1);
        int asked = home.requests();
        assertThat(step(session).incidents()).isEmpty();
        assertThat(step(engine.open(HEAD)).incidents()).isEmpty();
        assertThat(step(engine.open(HEAD)).text()).isEqualTo(STEP_TEXT);
        assertThat(home.requests()).isEqualTo(asked);
        assertThat(other.requests()).isEqualTo(4);
        assertThat(engine.health().usable()).isTrue();

        time.advance(QUICK.longest());
        assertThat(step(engine.open(HEAD)).text()).isEqualTo(STEP_TEXT);
        assertThat(home.requests()).as("one has tried").isEqualTo(asked + 1);
        step(session);
        assertThat(home.requests()).isEqualTo(asked + 1);

        home.recovers();
        time.advance(QUICK.longest());
        assertThat(step(session).incidents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Incident.Move.class,
                        move -> assertThat(move.to()).contains(home.server.uri().toString()));
        assertThat(engine.health().replicas())
                .containsExactly(ReplicaHealth.WELL, ReplicaHealth.WELL);
    }
}
