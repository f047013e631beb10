package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several policies that decide together.
 *
 * <p>They are asked from left to right, and no further than needed, so that a policy that is not
 * needed costs no glimpse. The decision is the one of the policy that settled it: the one at which
 * the asking ended, else the last one that had an opinion.
 *
 * @param join how they are joined
 * @param policies the policies, at least two
 */
public record JoinedPolicies(Join join, List<RoutingPolicy> policies) implements RoutingPolicy {

    /** Copies the list. */
    public JoinedPolicies {
        Objects.requireNonNull(join, "join");
        policies = List.copyOf(policies);
        if (policies.size() < 2) {
            throw new IllegalArgumentException("joining takes two policies: " + policies);
        }
    }

    @Override
    public String name() {
        return policies.stream()
                .map(JoinedPolicies::nameInside)
                .collect(Collectors.joining(" " + join.word() + " "));
    }

    private static String nameInside(RoutingPolicy policy) {
        return policy instanceof JoinedPolicies ? "(" + policy.name() + ")" : policy.name();
    }

    @Override
    public Optional<Decision> decide(StepView step) {
        Optional<Decision> last = Optional.empty();
        for (RoutingPolicy policy : policies) {
            Optional<Decision> said = policy.decide(step);
            if (join.settles(said)) {
                return said;
            }
            last = said.isPresent() ? said : last;
        }
        return last;
    }

    @Override
    public void kept(Step step) {
        policies.forEach(policy -> policy.kept(step));
    }
}
