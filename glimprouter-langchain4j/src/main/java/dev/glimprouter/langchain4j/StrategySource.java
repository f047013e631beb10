package dev.glimprouter.langchain4j;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyText;

import java.util.function.Supplier;

/** Makes a strategy for each question. */
@FunctionalInterface
interface StrategySource {

    /** A new strategy, with what a request says of it. */
    Strategy strategy(StrategyText said);

    /** From a text. */
    static StrategySource of(StrategyText usual) {
        return said -> said.over(usual).strategy();
    }

    /** From code, where a request names none. */
    static StrategySource of(Supplier<? extends Strategy> maker) {
        return said -> {
            if (said.expression().isPresent()) {
                return said.strategy();
            }
            if (said.tau().isPresent()) {
                throw new RequestException(
                        "tau belongs to a strategy that is written as text: leave it out.");
            }
            return maker.get();
        };
    }
}
