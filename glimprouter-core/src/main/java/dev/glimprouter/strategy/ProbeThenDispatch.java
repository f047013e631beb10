package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

/**
 * GlimpRouter and its kin: a policy decides before the step who writes it. Small does where the
 * policy has no opinion.
 *
 * @param policy the rule
 */
public record ProbeThenDispatch(RoutingPolicy policy) implements Stepwise {

    @Override
    public String name() {
        return policy.name();
    }

    @Override
    public Step next(Turn turn) {
        Decision decision =
                policy.decide(turn)
                        .orElseGet(() -> Decision.fixed(Writer.SMALL, name(), "no opinion"));
        turn.decided(decision);
        return turn.write(decision.writer());
    }

    @Override
    public void kept(Step step) {
        policy.kept(step);
    }
}
