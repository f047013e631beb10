package dev.glimprouter.eval.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class DrawsTest {

    private static final Problem CHOICE =
            new Problem(
                    "c",
                    "Which?\n",
                    List.of("right", "x", "y", "z"),
                    new Gold.Choice('A'),
                    Optional.empty(),
                    Optional.empty());

    private static Dataset dataset(int size) {
        return new Dataset("set", "0".repeat(64), Task.MATHS, problems(size), List.of(), true);
    }

    private static List<Problem> problems(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Problem("p" + i, "text " + i, new Gold.Whole(BigInteger.ONE)))
                .toList();
    }

    private static Set<String> ids(Dataset set) {
        Set<String> ids = new HashSet<>();
        set.problems().forEach(problem -> ids.add(problem.id()));
        return ids;
    }

    @Test
    void samplesAreNestedAndKeepTheOrderOfTheFile() {
        Dataset set = dataset(200);
        Dataset small = set.sample(20, 7);
        assertThat(small.problems())
                .hasSize(20)
                .isSubsetOf(set.sample(60, 7).problems())
                .isSortedAccordingTo(
                        (a, b) ->
                                Integer.compare(
                                        set.problems().indexOf(a), set.problems().indexOf(b)));
        assertThat(ids(set.sample(20, 8))).isNotEqualTo(ids(small));
        assertThat(small.notes()).containsExactly("20 of 200 problems, drawn by seed 7");
        assertThatThrownBy(() -> set.sample(201, 7))
                .isInstanceOf(RequestException.class)
                .hasMessage("set has 200 problems: ask for 1 to 200 of them, not 201.");
    }

    @Test
    void samplesDoNotDependOnTheOrderOfTheFile() {
        List<Problem> shuffled = new ArrayList<>(problems(200));
        Collections.shuffle(shuffled, new Random(3));
        Dataset other = new Dataset("set", "1", Task.MATHS, shuffled, List.of(), true);
        assertThat(ids(other.sample(20, 7))).isEqualTo(ids(dataset(200).sample(20, 7)));
    }

    @Test
    void halvesShareNoQuestionAndStayInSamples() {
        Dataset set = dataset(1000);
        Halves halves = set.halves(5);
        assertThat(halves.calibration().problems().size()).isBetween(440, 560);
        assertThat(halves.calibration().hashes())
                .doesNotContainAnyElementsOf(halves.test().hashes());
        assertThat(halves.calibration().problems().size() + halves.test().problems().size())
                .isEqualTo(1000);
        Dataset part = set.sample(100, 9).halves(5).calibration();
        assertThat(ids(halves.calibration())).containsAll(ids(part));
        assertThat(ids(set.halves(6).test())).isNotEqualTo(ids(halves.test()));
    }

    @Test
    void drawsAreTheSameEverywhere() {
        assertThat(ids(dataset(10).sample(3, 1))).isEqualTo(Set.of("p2", "p8", "p4"));
        assertThat(Posed.of(CHOICE, 1, 0).order()).isEqualTo(List.of(0, 3, 1, 2));
    }

    @Test
    void posesOptionsInAnOrderOfEachRepeat() {
        Posed posed = Posed.of(CHOICE, 42, 3);
        assertThat(posed.order()).containsExactlyInAnyOrder(0, 1, 2, 3);
        char letter = ((Gold.Choice) posed.gold()).letter();
        assertThat(posed.text()).startsWith("Which?\n\nA) ").contains("\n" + letter + ") right");
        assertThat(posed).isEqualTo(Posed.of(CHOICE, 42, 3));
    }

    @Test
    void ordersAreUniform() {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int repeat = 0; repeat < 2400; repeat++) {
            counts.merge(Posed.of(CHOICE, 11, repeat).order(), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        double chiSquare =
                counts.values().stream().mapToDouble(n -> (n - 100.0) * (n - 100.0) / 100).sum();
        assertThat(chiSquare).isLessThan(49.7); // 99.9 % for 23 degrees of freedom
    }

    @Test
    void posesOtherProblemsAsTheyAre() {
        Problem plain = problems(1).getFirst();
        assertThat(Posed.of(plain, 1, 2))
                .isEqualTo(new Posed(plain, plain.text(), List.of(), plain.gold()));
    }
}
