package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.testkit.ManualTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** Many problems at once: how they spread, and which ones move. */
class MovementTest {

    private final RetryableException refused =
            new RetryableException("Refused.", new ConnectException());
    private static final int PROBLEMS = 200;

    private final List<URI> replicas = Problems.replicas(4);
    private final ManualTime time = new ManualTime();

    private ReplicaSet set(long seed) {
        return new ReplicaSet(replicas, HealthRules.DEFAULT, time, new Random(seed));
    }

    private static URI ask(Lease lease) {
        try (Visit visit = lease.current()) {
            visit.answered();
            return visit.base();
        }
    }

    private static List<URI> ask(List<Lease> leases) {
        return leases.stream().map(MovementTest::ask).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void onlyTheProblemsOfADeadReplicaMoveAndTheyComeBack(long seed) {
        ReplicaSet set = set(seed);
        List<Lease> leases = Problems.of(seed).limit(PROBLEMS).map(set::lease).toList();
        List<URI> homes = ask(leases);
        URI dead = homes.getFirst();

        leases.getFirst().current().failed(refused);
        List<URI> refuges = ask(leases);
        for (int i = 0; i < PROBLEMS; i++) {
            if (homes.get(i).equals(dead)) {
                assertThat(refuges.get(i)).isNotEqualTo(dead);
            } else {
                assertThat(refuges.get(i)).isEqualTo(homes.get(i));
            }
        }
        assertThat(ask(leases)).as("they stay there").isEqualTo(refuges);

        time.advance(HealthRules.DEFAULT.breaker().longest());
        assertThat(ask(leases)).isEqualTo(homes);
    }

    /** All want the same replica: the first one that has room takes them. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noReplicaTakesMoreThanAQuarterAboveItsShare(long seed) {
        ReplicaSet set = set(seed);
        ProblemKey same = Problems.of(seed).findFirst().orElseThrow();

        for (int open = 1; open <= PROBLEMS; open++) {
            ask(set.lease(same));
            int bound = (5 * open + 15) / 16;
            assertThat(replicas)
                    .allSatisfy(base -> assertThat(set.load(base)).isLessThanOrEqualTo(bound));
        }
        assertThat(replicas.stream().mapToInt(set::load).sum()).isEqualTo(PROBLEMS);
        URI favourite = new Rendezvous(replicas).order(same).getFirst();
        assertThat(set.load(favourite)).as("as many as possible at home").isBetween(60, 63);
    }
}
