package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.run.RuleFlag;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.util.Objects;

/**
 * A strategy as one writes it among others, read but not made yet: a parameter that it needs may
 * still be missing.
 *
 * @param expression how steps get written
 * @param config the rules, the seed among them
 */
public record Ruled(StrategyExpression expression, RouterConfig config) {

    /** Checks for nulls. */
    public Ruled {
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(config, "config");
    }

    /**
     * Reads what one writes: a strategy, and with a plus the rules that it alone has, such as
     * {@code large+speculative}.
     *
     * @param rules the rules that all have
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static Ruled parse(String text, RouterConfig rules) {
        RouterConfig own = rules;
        String rest = text.strip();
        for (int sign = flagAt(rest); sign >= 0; sign = flagAt(rest)) {
            own = RuleFlag.parse(rest.substring(sign + 1)).setIn(own);
            rest = rest.substring(0, sign);
        }
        return new Ruled(StrategyExpression.parse(rest), own);
    }

    /** Where the last flag begins; -1 if there is none. */
    private static int flagAt(String text) {
        int sign = text.lastIndexOf(RuleFlag.SIGN);
        return sign > text.lastIndexOf(')') ? sign : -1;
    }

    /** The same with a parameter for every name that takes it. */
    public Contestant with(String parameter, String value) {
        return new Contestant(expression.with(parameter, value), config);
    }
}
