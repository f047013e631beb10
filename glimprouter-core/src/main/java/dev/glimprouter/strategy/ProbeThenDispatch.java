package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;

/**
 * GlimpRouter and its kin: a policy decides before the step who writes it.
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
        Decision decision = policy.decide(turn);
        turn.decided(decision);
        return turn.write(decision.writer());
    }
}
