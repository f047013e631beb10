package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who is asked, and whose decision it is. */
class JoinedPoliciesTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** A policy that says large (L), small (S) or nothing (-). */
    private RoutingPolicy saying(char word, String name) {
        return new RoutingPolicy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Decision> decide(StepView step) {
                asked.add(name);
                return switch (word) {
                    case 'L' -> Optional.of(Decision.fixed(Writer.LARGE, name, "said so"));
                    case 'S' -> Optional.of(Decision.fixed(Writer.SMALL, name, "said so"));
                    default -> Optional.empty();
                };
            }

            @Override
            public void kept(Step step) {
                told.add(name);
            }
        };
    }

    private JoinedPolicies joined(Join join, String words) {
        return new JoinedPolicies(
                join,
                IntStream.range(0, words.length())
                        .mapToObj(i -> saying(words.charAt(i), "p" + i))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "OR,   L-,  LARGE, p0, 1",
        "OR,   SL,  LARGE, p1, 2",
        "OR,   SS,  SMALL, p1, 2",
        "OR,   S-,  SMALL, p0, 2",
        "OR,   -S-, SMALL, p1, 3",
        "OR,   -L,  LARGE, p1, 2",
        "OR,   --,  ,      ,   2",
        "AND,  LL,  LARGE, p1, 2",
        "AND,  LLS, SMALL, p2, 3",
        "AND,  SL,  SMALL, p0, 1",
        "AND,  -L,  ,      ,   1",
        "AND,  L-L, ,      ,   2",
        "THEN, -S,  SMALL, p1, 2",
        "THEN, SL,  SMALL, p0, 1",
        "THEN, LS,  LARGE, p0, 1",
        "THEN, --,  ,      ,   2"
    })
    void policiesAreAskedNoFurtherThanNeeded(
            Join join, String words, Writer writer, String settledBy, int howMany) {
        Optional<Decision> decision = joined(join, words).decide(SeenStep.unseen());

        assertThat(decision.map(Decision::writer)).isEqualTo(Optional.ofNullable(writer));
        assertThat(decision.map(Decision::policy)).isEqualTo(Optional.ofNullable(settledBy));
        assertThat(asked).hasSize(howMany);
    }

    @Test
    void aPolicyThatIsNotNeededCostsNoGlimpse() {
        RoutingPolicy glimpse = new EntropyThreshold(1.0);
        JoinedPolicies or = new JoinedPolicies(Join.OR, List.of(new OpeningSteps(1), glimpse));
        JoinedPolicies then = new JoinedPolicies(Join.THEN, List.of(new RandomRate(0, 0), glimpse));
        JoinedPolicies and = new JoinedPolicies(Join.AND, List.of(new LoopGuard(8, 0), glimpse));

        assertThat(or.decide(SeenStep.unseen()).orElseThrow().policy())
                .isEqualTo("opening(steps=1)");
        assertThat(then.decide(SeenStep.unseen()).orElseThrow().writer()).isEqualTo(Writer.SMALL);
        assertThat(and.decide(SeenStep.unseen())).isEmpty();
    }

    @Test
    void theScoreIsThatOfThePolicyThatSettledIt() {
        JoinedPolicies or =
                new JoinedPolicies(
                        Join.OR,
                        List.of(
                                new EntropyThreshold(1.0),
                                new OpeningSteps(2),
                                new LoopGuard(8, 2)));

        Decision third = or.decide(SeenStep.of(0.3).after("One.", "Two.")).orElseThrow();
        Decision first = or.decide(SeenStep.of(0.3)).orElseThrow();

        assertThat(third.policy()).isEqualTo("glimpse(tau=1.0)");
        assertThat(third.score()).isEqualTo(0.3);
        assertThat(first.policy()).isEqualTo("opening(steps=2)");
        assertThat(first.threshold()).isEqualTo(2);
    }

    @Test
    void allHearOfEachStep() {
        JoinedPolicies inner = joined(Join.AND, "S-");

        new JoinedPolicies(Join.THEN, List.of(saying('L', "first"), inner))
                .kept(SeenStep.unseen().after("One.").reasoning().steps().getFirst());

        assertThat(told).containsExactly("first", "p0", "p1");
    }

    @Test
    void whatIsInsideStandsInParentheses() {
        JoinedPolicies inner = joined(Join.AND, "SS");

        assertThat(new JoinedPolicies(Join.OR, List.of(inner, saying('L', "q"))).name())
                .isEqualTo("(p0 and p1) or q");
    }

    @Test
    void joiningTakesTwo() {
        assertThatThrownBy(() -> joined(Join.OR, "L")).isInstanceOf(IllegalArgumentException.class);
    }
}
