package dev.glimprouter.openai.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which replicas a problem likes. */
class RendezvousTest {

    private static final int PROBLEMS = 4000;
    private static final List<URI> FIVE = Problems.replicas(5);

    private final Rendezvous rendezvous = new Rendezvous(FIVE);

    private static List<ProblemKey> problems(long seed) {
        return Problems.of(seed).limit(PROBLEMS).toList();
    }

    /** Computed by another implementation. */
    @Test
    void theOrderIsTheSameInEveryProcess() {
        List<URI> replicas =
                List.of(
                        URI.create("http://a:8000/v1"),
                        URI.create("http://b:8000/v1"),
                        URI.create("http://c:8000/v1"));

        assertThat(new Rendezvous(replicas).order(new ProblemKey("de27a32875e777b9")))
                .map(URI::getHost)
                .containsExactly("a", "c", "b");
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        Rendezvous reversed = new Rendezvous(FIVE.reversed());

        assertThat(problems(1))
                .allSatisfy(
                        key -> assertThat(reversed.order(key)).isEqualTo(rendezvous.order(key)));
    }

    /** 800 expected with a deviation of 25 at each place, so that 5 of them are allowed. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyReplicaIsEquallyOftenFirstAndLast(long seed) {
        assertBalanced(seed, List::getFirst);
        assertBalanced(seed, List::getLast);
    }

    private void assertBalanced(long seed, Function<List<URI>, URI> place) {
        Map<URI, Long> counts =
                problems(seed).stream()
                        .map(rendezvous::order)
                        .map(place)
                        .collect(groupingBy(identity(), counting()));

        assertThat(counts).hasSize(5);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(675L, 925L));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aReplicaThatLeavesMovesOnlyItsOwnProblemsEachToItsSecondChoice(long seed) {
        URI gone = FIVE.get(2);
        Rendezvous rest = new Rendezvous(without(FIVE, gone));

        assertThat(problems(seed))
                .allSatisfy(
                        key ->
                                assertThat(rest.order(key))
                                        .isEqualTo(without(rendezvous.order(key), gone)));
    }

    private static List<URI> without(List<URI> replicas, URI gone) {
        return replicas.stream().filter(replica -> !replica.equals(gone)).toList();
    }
}
