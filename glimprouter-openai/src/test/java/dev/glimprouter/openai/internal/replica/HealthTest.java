package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.openai.internal.replica.Failure.Kind;
import dev.glimprouter.openai.internal.replica.State.Closed;
import dev.glimprouter.openai.internal.replica.State.HalfOpen;
import dev.glimprouter.openai.internal.replica.State.Open;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** When a replica is dead, under trial and well again. */
class HealthTest {

    private static final URI BASE = URI.create("http://a:8000");
    private static final Failure BUSY = failure(Kind.FAILED, "busy");
    private static final Failure REFUSED = failure(Kind.UNREACHABLE, "connection refused");
    private static final HealthRules RULES =
            HealthRules.of(new Breaker(3, Duration.ofSeconds(1), Duration.ofSeconds(5)));

    private final ManualTime time = new ManualTime();
    private final Health health = health(RULES, 1);

    private static Failure failure(Kind kind, String line) {
        return new Failure(kind, line, Optional.empty());
    }

    /** A share of 1 waits the whole pause, 0 half of it. */
    private Health health(HealthRules rules, double share) {
        RandomGenerator random =
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        return 0;
                    }

                    @Override
                    public double nextDouble() {
                        return share;
                    }
                };
        return new Health(BASE, rules, time, random);
    }

    private Pass admitted() {
        return health.admit().orElseThrow();
    }

    private void die() {
        health.failed(admitted(), REFUSED);
    }

    @Test
    void aReplicaThatCannotBeReachedIsDeadAtOnce() {
        die();

        assertThat(health.state()).isInstanceOf(Open.class);
        assertThat(health.admit()).isEmpty();
        assertThat(health.trouble()).isEqualTo("connection refused");
    }

    @Test
    void otherFailuresMustComeInARow() {
        for (int i = 0; i < 5; i++) {
            health.failed(admitted(), BUSY);
            health.failed(admitted(), BUSY);
            health.answered(admitted());
        }
        assertThat(health.isWell()).isTrue();

        for (int i = 0; i < 3; i++) {
            health.failed(admitted(), BUSY);
        }
        assertThat(health.state()).isInstanceOf(Open.class);
    }

    @Test
    void afterThePauseOneRequestTriesIt() {
        die();

        time.advance(Duration.ofMillis(999));
        assertThat(health.admit()).isEmpty();
        assertThat(health.nanosLeft()).isEqualTo(1_000_000);

        time.advance(Duration.ofMillis(1));
        assertThat(health.nanosLeft()).isZero();
        assertThat(health.admit()).hasValueSatisfying(pass -> assertThat(pass.trial()).isTrue());
        assertThat(health.state()).isInstanceOf(HalfOpen.class);
        assertThat(health.admit()).isEmpty();
    }

    @Test
    void aTrialThatSucceedsMakesItWell() {
        die();
        time.advance(Duration.ofSeconds(1));
        Pass trial = admitted();

        health.answered(trial);

        assertThat(health.isWell()).isTrue();
        assertThat(health.admit()).isPresent();
        health.failed(trial, BUSY);
        assertThat(health.state()).isEqualTo(new Closed(1, 1, Outcomes.NONE.with(true)));
    }

    @Test
    void thePausesDoubleUpToTheLongestAndStartAgainAfterASuccess() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            die();
            pauses.add(Duration.ofNanos(health.nanosLeft()).toMillis());
            time.advance(health.nanosLeft());
        }
        assertThat(pauses).containsExactly(1000L, 2000L, 4000L, 5000L, 5000L);

        health.answered(admitted());
        die();
        assertThat(health.nanosLeft()).isEqualTo(1_000_000_000);
    }

    @Test
    void aRandomShareOfThePauseIsWaited() {
        Health eager = health(RULES, 0);
        eager.failed(eager.admit().orElseThrow(), REFUSED);
        assertThat(eager.nanosLeft()).isEqualTo(500_000_000);
    }

    /** A server that shuts down finishes old streams and refuses new ones. */
    @Test
    void aRequestFromBeforeTheDeathSaysNothing() {
        Pass old = admitted();
        die();

        health.answered(old);
        assertThat(health.state()).isInstanceOf(Open.class);

        time.advance(Duration.ofSeconds(1));
        Pass trial = admitted();
        health.answered(old);
        assertThat(health.state()).isInstanceOf(HalfOpen.class);
        health.failed(old, REFUSED);
        assertThat(health.state()).isInstanceOf(HalfOpen.class);
        health.answered(trial);
        health.failed(old, REFUSED);
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void aTrialThatEndsWithoutAWordLetsTheNextOneTry() {
        die();
        time.advance(Duration.ofSeconds(1));
        Pass given = admitted();

        health.abandoned(given);

        Pass next = admitted();
        assertThat(next.trial()).isTrue();
        health.abandoned(given);
        assertThat(health.admit()).as("the second trial goes on").isEmpty();
    }

    @Test
    void onlyTheTrialItselfCanGiveItUp() {
        die();
        time.advance(Duration.ofSeconds(1));
        Pass trial = admitted();
        Pass beside = health.admitBesideTrial().orElseThrow();

        health.abandoned(beside);
        assertThat(health.state()).isInstanceOf(HalfOpen.class);

        health.answered(beside);
        assertThat(health.isWell()).isTrue();
        health.abandoned(trial);
        assertThat(health.isWell()).isTrue();
    }

    @Test
    void nobodyJoinsADeadReplicaThatIsLeftAlone() {
        die();

        assertThat(health.admitBesideTrial()).isEmpty();
    }

    @Test
    void aCheckTriesInPlaceOfARequest() {
        AtomicBoolean well = new AtomicBoolean();
        List<Runnable> tasks = new ArrayList<>();
        Check check = new Check(base -> base.equals(BASE) && well.get(), tasks::add);
        Health checked = health(RULES.withCheck(check), 1);
        checked.failed(checked.admit().orElseThrow(), REFUSED);
        time.advance(Duration.ofSeconds(1));

        assertThat(checked.admit()).isEmpty();
        assertThat(checked.admit()).isEmpty();
        assertThat(tasks).as("one check").hasSize(1);
        tasks.removeFirst().run();
        assertThat(checked.nanosLeft()).isEqualTo(2_000_000_000);

        well.set(true);
        time.advance(Duration.ofSeconds(2));
        assertThat(checked.admit()).isEmpty();
        tasks.removeFirst().run();
        assertThat(checked.admit()).hasValueSatisfying(pass -> assertThat(pass.trial()).isFalse());
    }

    @Test
    void aCheckThatThrowsMeansNo() {
        List<Runnable> tasks = new ArrayList<>();
        Check check =
                new Check(
                        _ -> {
                            throw new IllegalStateException("broken");
                        },
                        tasks::add);
        Health checked = health(RULES.withCheck(check), 1);
        checked.failed(checked.admit().orElseThrow(), REFUSED);
        time.advance(Duration.ofSeconds(1));
        assertThat(checked.admit()).isEmpty();

        tasks.removeFirst().run();

        assertThat(checked.state()).isInstanceOf(Open.class);
        assertThat(checked.trouble()).isEqualTo("connection refused");
    }
}
