package dev.glimprouter.strategy.expression;

import dev.glimprouter.strategy.RoutingPolicy;
import dev.glimprouter.strategy.Strategy;

import java.util.List;
import java.util.function.Function;

/** What a name in an expression stands for. */
sealed interface Entry {

    /** The name. */
    String name();

    /** The parameters it takes, in the order in which they may be given without a name. */
    List<String> parameters();

    /** A rule that decides before the step; it can be joined with others. */
    record Policy(String name, List<String> parameters, Function<Arguments, RoutingPolicy> make)
            implements Entry {}

    /** A strategy of another kind, which stands alone. */
    record Whole(String name, List<String> parameters, Function<Arguments, Strategy> make)
            implements Entry {}
}
