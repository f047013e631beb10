package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.ReplicaHealth;
import dev.glimprouter.openai.internal.replica.Failure.Kind;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** Failures that are not in a row, pauses that servers ask for, and what others are told. */
class BreakerStateTest {

    private static final Failure BROKEN = new Failure(Kind.FAILED, "broken", Optional.empty());
    private static final Failure REFUSED = new Failure(Kind.UNREACHABLE, "none", Optional.empty());
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ManualTime time = new ManualTime();
    private final Health health =
            new Health(
                    URI.create("http://a:8000"),
                    HealthRules.of(new Breaker(3, Duration.ofSeconds(1), LONGEST)),
                    time,
                    new Random(1));

    private static Failure busyFor(Duration pause) {
        return new Failure(Kind.BUSY, "slow down", Optional.of(pause));
    }

    private Pass admitted() {
        return health.admit().orElseThrow();
    }

    private void attempts(String outcomes) {
        for (int i = 0; i < outcomes.length(); i++) {
            if (outcomes.charAt(i) == 'x') {
                health.failed(admitted(), BROKEN);
            } else {
                health.answered(admitted());
            }
        }
    }

    @Test
    void halfOfTheLastTwentyAttemptsAreTooMany() {
        attempts(".x".repeat(9));
        attempts(".");
        assertThat(health.isWell()).as("nineteen tell nothing").isTrue();

        attempts("x");

        assertThat(health.isDown()).isTrue();
    }

    @Test
    void aThirdIsNot() {
        attempts("x..".repeat(100));

        assertThat(health.isWell()).isTrue();
    }

    @Test
    void onlyTheLastTwentyCount() {
        attempts(".".repeat(100));
        attempts("x.".repeat(9));
        assertThat(health.isWell()).as("nine of twenty").isTrue();

        attempts("x");

        assertThat(health.isDown()).isTrue();
    }

    @Test
    void aReplicaThatIsWellAgainBeginsAnew() {
        attempts("x.".repeat(8) + "xxx");
        time.advance(LONGEST);

        attempts(".");
        attempts("x.x.x.");

        assertThat(health.isWell()).isTrue();
    }

    @Test
    void whoHasTooMuchToDoIsLeftAloneAsLongAsItAsks() {
        health.failed(admitted(), busyFor(Duration.ofSeconds(3)));

        assertThat(health.admit()).isEmpty();
        assertThat(health.admitBesideTrial()).isEmpty();
        assertThat(health.isWell()).isFalse();
        assertThat(health.isDown()).isFalse();
        assertThat(health.trouble()).isEqualTo("slow down");
        assertThat(health.view())
                .isEqualTo(new ReplicaHealth(ReplicaHealth.State.PAUSED, Duration.ofSeconds(3)));

        time.advance(Duration.ofSeconds(3));
        assertThat(health.isWell()).isTrue();
        assertThat(health.view()).isEqualTo(ReplicaHealth.WELL);
        assertThat(admitted().trial()).isFalse();
    }

    @Test
    void nobodyIsLeftAloneForLongerThanTheLongest() {
        health.failed(admitted(), busyFor(Duration.ofHours(1)));

        assertThat(Duration.ofNanos(health.nanosLeft())).isEqualTo(LONGEST);
    }

    @Test
    void tooMuchToDoIsNoFailure() {
        for (int i = 0; i < 100; i++) {
            health.failed(admitted(), busyFor(Duration.ofSeconds(1)));
            time.advance(Duration.ofSeconds(1));
        }
        health.failed(admitted(), new Failure(Kind.BUSY, "no time named", Optional.empty()));

        assertThat(health.isWell()).isTrue();
    }

    @Test
    void whoHasTooMuchToDoMayStillDie() {
        Pass early = admitted();
        health.failed(admitted(), busyFor(Duration.ofSeconds(3)));

        health.answered(early);
        assertThat(health.admit()).as("an answer shortens no pause").isEmpty();
        health.failed(early, REFUSED);

        assertThat(health.isDown()).isTrue();
    }

    @Test
    void aTrialThatHearsOfTooMuchToDoHasFoundItAlive() {
        attempts("xxx");
        time.advance(LONGEST);

        health.failed(admitted(), busyFor(Duration.ofSeconds(2)));

        assertThat(health.isDown()).isFalse();
        time.advance(Duration.ofSeconds(2));
        attempts("xx");
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void aServerThatFailsMayAskForALongerPause() {
        attempts("xx");

        health.failed(
                admitted(),
                new Failure(Kind.FAILED, "loading", Optional.of(Duration.ofSeconds(4))));

        assertThat(Duration.ofNanos(health.nanosLeft())).hasSeconds(4);
    }

    @Test
    void othersAreToldHowItIs() {
        assertThat(health.view()).isEqualTo(ReplicaHealth.WELL);

        attempts("xxx");
        assertThat(health.view().state()).isEqualTo(ReplicaHealth.State.OPEN);
        assertThat(health.view().usable()).isFalse();

        time.advance(LONGEST);
        assertThat(health.view())
                .isEqualTo(new ReplicaHealth(ReplicaHealth.State.OPEN, Duration.ZERO));
        assertThat(health.view().usable()).isTrue();

        Pass trial = admitted();
        assertThat(health.view().state()).isEqualTo(ReplicaHealth.State.HALF_OPEN);
        health.answered(trial);
        assertThat(health.view()).isEqualTo(ReplicaHealth.WELL);
    }
}
