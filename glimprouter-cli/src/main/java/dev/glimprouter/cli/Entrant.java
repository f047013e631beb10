package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Calibrated;
import dev.glimprouter.eval.run.RuleFlag;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.util.Optional;

/**
 * A strategy that takes part in an evaluation.
 *
 * @param contestant the strategy under its rules
 * @param calibrated the profile that said it; empty where it was written out
 */
record Entrant(Contestant contestant, Optional<Calibrated> calibrated) {

    static Entrant of(Contestant contestant) {
        return new Entrant(contestant, Optional.empty());
    }

    /** The strategy of a profile, with the rules that it alone had there. */
    static Entrant of(Calibrated by, RouterConfig rules) {
        RouterConfig own = rules;
        for (RuleFlag flag : RuleFlag.values()) {
            own = flag.isSet(by.profile().run().config()) ? flag.setIn(own) : own;
        }
        StrategyExpression expression = StrategyExpression.parse(by.profile().strategy());
        return new Entrant(new Contestant(expression, own), Optional.of(by));
    }
}
