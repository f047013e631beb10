package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** A model with one server, which nothing can stand in for. */
class OnlyReplicaTest {

    private static final URI A = URI.create("http://a:8000");
    private static final ProblemKey PROBLEM = Problems.preferring(List.of(A), A);

    private final RetryableException refused =
            new RetryableException("It cannot be reached.", new ConnectException());
    private final RetryableException busy = new RetryableException("HTTP 503.");

    private final ManualTime time = new ManualTime();
    private final ReplicaSet one =
            new ReplicaSet(List.of(A), HealthRules.DEFAULT, time, new Random(1));

    private void longPause() {
        time.advance(HealthRules.DEFAULT.breaker().longest());
    }

    private static URI ask(Lease lease) {
        try (Visit visit = lease.current()) {
            visit.answered();
            return visit.base();
        }
    }

    private void die() {
        try (Lease lost = one.lease(PROBLEM)) {
            for (int i = 0; i < HealthRules.DEFAULT.breaker().failures(); i++) {
                lost.current().failed(refused);
            }
        }
    }

    /** One connection that is refused by chance shall not fail every question. */
    @Test
    void theOnlyReplicaIsNotDeadAtOnce() {
        Lease alone = one.lease(PROBLEM);

        alone.current().failed(refused);
        assertThat(one.isDown()).isFalse();
        assertThat(ask(alone)).isEqualTo(A);

        die();
        assertThat(one.isDown()).isTrue();
        assertThat(one.health().usable()).isFalse();
        assertThatThrownBy(alone::current).isInstanceOf(RetryableException.class);
        longPause();
        assertThat(one.health().usable()).as("one may try").isTrue();
        assertThat(one.isDown()).as("but it is not known to live").isTrue();
    }

    /** Else one long trial would let all other problems fail that were let in before. */
    @Test
    void onlyWhoWasLetInBeforeJoinsATrial() {
        Lease other = one.lease(PROBLEM);
        Lease tries = one.lease(PROBLEM);
        die();
        assertThatThrownBy(other::again).isInstanceOf(RetryableException.class);
        longPause();

        try (Visit trial = tries.current()) {
            assertThat(trial.isTrial()).isTrue();
            assertThatExceptionOfType(RetryableException.class)
                    .isThrownBy(other::current)
                    .satisfies(
                            tried ->
                                    assertThat(tried.details().retryAfter())
                                            .hasValue(HealthRules.DEFAULT.breaker().open()));
            try (Visit beside = other.again()) {
                assertThat(beside.base()).isEqualTo(trial.base());
                assertThat(beside.isTrial()).isFalse();
            }
        }
        assertThat(one.load(A)).isEqualTo(2);
    }

    @Test
    void whoeverIsAnsweredOftenCountsOnce() {
        Lease alone = one.lease(PROBLEM);
        alone.current().failed(busy);
        Visit visit = alone.current();
        visit.answered();
        alone.current().failed(busy);
        alone.current().failed(busy);

        visit.answered();
        alone.current().failed(busy);

        assertThat(one.isDown()).as("three in a row after the one answer").isTrue();
    }
}
