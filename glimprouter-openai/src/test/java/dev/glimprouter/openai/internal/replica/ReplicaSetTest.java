package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ReplicaHealth;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Where a problem's requests go. */
class ReplicaSetTest {

    private static final URI A = URI.create("http://a:8000");
    private static final URI B = URI.create("http://b:8000");
    private static final URI C = URI.create("http://c:8000");
    private static final List<URI> ALL = List.of(A, B, C);
    private static final ProblemKey ABC = Problems.preferring(ALL, A, B, C);

    private final RetryableException refused =
            new RetryableException("It cannot be reached.", new ConnectException());
    private final RetryableException busy = new RetryableException("HTTP 503.");

    private final ManualTime time = new ManualTime();
    private final ReplicaSet set = of(ALL);
    private final Lease lease = set.lease(ABC);

    private ReplicaSet of(List<URI> bases) {
        return new ReplicaSet(bases, HealthRules.DEFAULT, time, new Random(1));
    }

    private void longPause() {
        time.advance(HealthRules.DEFAULT.breaker().longest());
    }

    private static URI ask(Lease lease) {
        try (Visit visit = lease.current()) {
            visit.answered();
            return visit.base();
        }
    }

    @Test
    void aProblemGoesToItsFavouriteAndStays() {
        assertThat(set.load(A)).as("no request yet").isZero();

        for (int i = 0; i < 3; i++) {
            try (Visit visit = lease.current()) {
                assertThat(visit.base()).isEqualTo(A);
                assertThat(visit.moved()).isEmpty();
            }
        }
        assertThat(set.load(A)).isEqualTo(1);

        lease.close();
        lease.close();
        assertThat(set.load(A)).isZero();
        assertThatThrownBy(lease::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itMovesWhenItsReplicaIsDead() {
        Visit first = lease.current();

        try (Visit next = first.move(refused)) {
            assertThat(next.base()).isEqualTo(B);
            assertThat(next.moved()).hasValue(new Move(A, B, "It cannot be reached"));
        }
        try (Visit again = lease.current()) {
            assertThat(again.base()).isEqualTo(B);
            assertThat(again.moved()).as("reported once").isEmpty();
        }
        assertThat(List.of(set.load(A), set.load(B), set.load(C))).containsExactly(0, 1, 0);
    }

    @Test
    void itStaysWhileItsReplicaOnlyStumbles() {
        Visit visit = lease.current();
        for (int i = 1; i < HealthRules.DEFAULT.breaker().failures(); i++) {
            visit = visit.move(busy);
            assertThat(visit.base()).isEqualTo(A);
            assertThat(visit.moved()).isEmpty();
        }

        assertThat(visit.move(busy).moved()).hasValue(new Move(A, B, "HTTP 503"));
    }

    @Test
    void twoRequestsThatFailTogetherMoveItOnce() {
        Visit one = lease.current();
        Visit two = lease.current();

        assertThat(one.move(refused).base()).isEqualTo(B);
        Visit next = two.move(refused);

        assertThat(next.base()).isEqualTo(B);
        assertThat(next.moved()).isEmpty();
    }

    @Test
    void itComesBackWhenItsOwnReplicaIsWellAgain() {
        lease.current().move(refused).close();
        assertThat(ask(lease)).isEqualTo(B);

        longPause();

        try (Visit home = lease.current()) {
            assertThat(home.moved()).hasValue(new Move(B, A, "back to its own replica"));
        }
        assertThat(List.of(set.load(A), set.load(B))).containsExactly(1, 0);
    }

    /** C holds the problem's text already, B would have to read it all. */
    @Test
    void ifItsOwnReplicaIsStillDeadItGoesBackToWhereItWasBefore() {
        try (Lease other = set.lease(Problems.preferring(ALL, B))) {
            other.current().failed(refused);
            lease.current().move(refused).close();
            assertThat(ask(lease)).isEqualTo(C);
            longPause();
            assertThat(ask(other)).as("B is well again").isEqualTo(B);

            Visit trial = lease.current();
            assertThat(trial.base()).isEqualTo(A);
            assertThat(trial.move(refused).base()).isEqualTo(C);
        }
    }

    @Test
    void aProblemThatFoundNoRoomHasItsHomeElsewhere() {
        Lease first = set.lease(ABC);
        assertThat(ask(first)).isEqualTo(A);
        assertThat(ask(lease)).as("one of two on each of three").isEqualTo(B);

        first.close();

        assertThat(ask(lease)).isEqualTo(B);
    }

    @Test
    void itDoesNotComeBackWhereThereIsNoRoom() {
        ReplicaSet two = of(List.of(A, B));
        ProblemKey likesA = Problems.preferring(List.of(A, B), A);
        Lease away = two.lease(likesA);
        away.current().move(refused).close();
        longPause();
        Lease stays = two.lease(likesA);
        Lease leaves = two.lease(likesA);
        assertThat(ask(stays)).isEqualTo(A);
        assertThat(ask(leaves)).as("2 of 3 are allowed").isEqualTo(A);

        assertThat(ask(away)).as("2 are there").isEqualTo(B);
        leaves.close();
        assertThat(ask(away)).isEqualTo(A);
    }

    @Test
    void allDeadIsOneLineWithWhatEachDiedOf() {
        Visit onB = lease.current().move(refused);
        Visit onC = onB.move(new RetryableException("Two\nlines.", new ConnectException()));
        Visit stays = onC.move(refused).move(refused);
        assertThat(stays.base()).as("the last one counts").isEqualTo(C);

        assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(() -> stays.move(refused))
                .withMessage(
                        "No server of the model takes requests, start one or try again later (http://a:8000: It cannot be reached; http://b:8000: Two lines; http://c:8000: It cannot be reached).")
                .satisfies(
                        dead ->
                                assertThat(dead.details().retryAfter().orElseThrow())
                                        .isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
        longPause();
        assertThat(ask(lease)).isEqualTo(A);
    }

    @Test
    void healthIsToldInTheOrderOfTheServers() {
        lease.current().failed(refused);

        assertThat(set.health().replicas())
                .extracting(ReplicaHealth::state)
                .containsExactly(
                        ReplicaHealth.State.OPEN,
                        ReplicaHealth.State.CLOSED,
                        ReplicaHealth.State.CLOSED);
        assertThat(set.health().replicas().getFirst().pause())
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void aTrialThatFindsNoRoomIsGivenUp() {
        List<URI> four = List.of(A, B, C, URI.create("http://d:8000"));
        ReplicaSet wide = of(four);
        List<Lease> each =
                four.stream().map(base -> wide.lease(Problems.preferring(four, base))).toList();
        assertThat(each).extracting(ReplicaSetTest::ask).isEqualTo(four);
        Lease onA = wide.lease(Problems.preferring(four, A));
        Lease late = wide.lease(Problems.preferring(four, A));
        assertThat(ask(onA)).as("2 of 5 are allowed").isEqualTo(A);
        each.subList(1, 4).forEach(Lease::close);
        onA.current().failed(refused);
        longPause();

        assertThat(ask(late)).as("2 are there, still to move").isNotEqualTo(A);
        assertThat(ask(onA)).as("the next trial").isEqualTo(A);
    }

    @Test
    void aCheckKeepsProblemsAwayUntilItSucceeds() {
        HealthRules rules = HealthRules.DEFAULT.withCheck(new Check(_ -> true, Runnable::run));
        ReplicaSet checked = new ReplicaSet(ALL, rules, time, new Random(1));
        try (Lease one = checked.lease(ABC)) {
            one.current().move(refused).close();
            longPause();

            assertThat(ask(one)).as("the check was asked only now").isEqualTo(B);
            assertThat(ask(one)).isEqualTo(A);
        }
    }

    @Test
    void serversAreNamedOnce() {
        assertThatThrownBy(() -> of(List.of(A, B, A))).isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> of(List.of())).isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> set.load(URI.create("http://d:8000")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
