package dev.glimprouter.strategy.expression;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.JoinedPolicies;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RoutingPolicy;
import dev.glimprouter.strategy.Strategy;

import java.util.List;

/**
 * A strategy as one writes it, such as {@code glimpse(tau=1.0) or opening(2) or loop}.
 *
 * <p>A name takes parameters in parentheses, by name or in their order; those left out have their
 * defaults. Policies, which decide before the step, are joined by {@code and}, {@code or} and
 * {@code then}, which bind in this order, and by parentheses; strategies of other kinds stand
 * alone. All names: docs/strategies.md. The {@link Strategy#name} of what comes out is an
 * expression for the same again.
 *
 * <p>Immutable.
 */
public final class StrategyExpression {

    private final Expression tree;

    private StrategyExpression(Expression tree) {
        this.tree = tree;
    }

    /**
     * Reads an expression.
     *
     * @throws RequestException if it is not one, or a name or a parameter is unknown
     */
    public static StrategyExpression parse(String text) {
        return new StrategyExpression(ExpressionParser.parse(text));
    }

    /** The names that an expression may hold. */
    public static List<String> names() {
        return StrategyNames.names();
    }

    /** The names that it holds, from left to right. */
    public List<String> uses() {
        return tree.calls().map(call -> call.entry().name()).toList();
    }

    /** Whether one of its names takes this parameter. */
    public boolean takes(String parameter) {
        return tree.calls().anyMatch(call -> call.entry().parameters().contains(parameter));
    }

    /** Whether it gives this parameter to one of its names. */
    public boolean gives(String parameter) {
        return tree.calls().anyMatch(call -> call.values().containsKey(parameter));
    }

    /** The same with this parameter for every name that takes it. */
    public StrategyExpression with(String parameter, String value) {
        return new StrategyExpression(
                tree.map(
                        call ->
                                call.entry().parameters().contains(parameter)
                                        ? call.with(parameter, value)
                                        : call));
    }

    /**
     * The strategy; each call makes a new one, which remembers nothing of the others.
     *
     * @throws RequestException if a value is wrong or missing, or something cannot be joined
     */
    public Strategy strategy() {
        return tree instanceof Expression.Call call && call.entry() instanceof Entry.Whole whole
                ? whole.make().apply(call.arguments())
                : new ProbeThenDispatch(policy(tree));
    }

    private static RoutingPolicy policy(Expression expression) {
        return switch (expression) {
            case Expression.Joined joined ->
                    new JoinedPolicies(
                            joined.join(),
                            joined.parts().stream().map(StrategyExpression::policy).toList());
            case Expression.Call call ->
                    switch (call.entry()) {
                        case Entry.Policy policy -> policy.make().apply(call.arguments());
                        case Entry.Whole whole -> throw standsAlone(whole);
                    };
        };
    }

    private static RequestException standsAlone(Entry.Whole whole) {
        return new RequestException(
                "%s stands alone and cannot be joined: only %s can."
                        .formatted(whole.name(), String.join(", ", StrategyNames.policies())));
    }
}
