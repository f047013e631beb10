package dev.glimprouter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ReplicaHealth.State;
import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** The numbers of a breaker, and what its state means to who asks. */
class BreakerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Breaker RULES = new Breaker(3, SECOND, Duration.ofSeconds(5));

    @Test
    void thePausesDoubleUpToTheLongest() {
        assertThat(RULES.pause(1, 1)).isEqualTo(SECOND);
        assertThat(RULES.pause(2, 1)).hasSeconds(2);
        assertThat(RULES.pause(3, 1)).hasSeconds(4);
        assertThat(RULES.pause(4, 1)).hasSeconds(5);
        assertThat(RULES.pause(Integer.MAX_VALUE, 1)).hasSeconds(5);
    }

    @Test
    void aRandomShareFromAHalfOnIsWaited() {
        assertThat(RULES.pause(1, 0)).hasMillis(500);
        assertThat(RULES.pause(1, 0.5)).hasMillis(750);
        assertThat(RULES.pause(1000, 0)).hasMillis(2500);
    }

    @Test
    void aServerMayAskForNoMoreThanTheLongest() {
        assertThat(RULES.bounded(Duration.ofSeconds(4))).hasSeconds(4);
        assertThat(RULES.bounded(Duration.ofHours(1))).hasSeconds(5);
    }

    @Test
    void numbersHaveRanges() {
        assertThatThrownBy(() -> new Breaker(0, SECOND, SECOND))
                .isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> new Breaker(1, Duration.ZERO, SECOND))
                .isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> new Breaker(1, SECOND, Duration.ofMillis(999)))
                .isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> new ReplicaHealth(State.OPEN, SECOND.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReplicaWhosePauseIsOverMayBeTried() {
        assertThat(new ReplicaHealth(State.OPEN, SECOND).usable()).isFalse();
        assertThat(new ReplicaHealth(State.OPEN, Duration.ZERO).usable()).isTrue();
        assertThat(new ReplicaHealth(State.HALF_OPEN, Duration.ZERO).usable()).isFalse();
        assertThat(new ReplicaHealth(State.PAUSED, SECOND).usable()).isTrue();
    }

    @Test
    void oneReplicaIsEnough() {
        ReplicaHealth dead = new ReplicaHealth(State.OPEN, SECOND);

        assertThat(EngineHealth.WELL.usable()).isTrue();
        assertThat(new EngineHealth(List.of(dead, ReplicaHealth.WELL)).usable()).isTrue();
        assertThat(new EngineHealth(List.of(dead, dead)).usable()).isFalse();
    }
}
