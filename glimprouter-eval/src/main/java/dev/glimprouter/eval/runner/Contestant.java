package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.run.SystemName;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.util.Set;

/**
 * A strategy under its rules, as one of those that are held against each other.
 *
 * @param expression how steps get written; each question gets a strategy of its own, so that
 *     nothing depends on the order of questions
 * @param config the rules, the seed among them
 */
public record Contestant(StrategyExpression expression, RouterConfig config) {

    private static final int MOST_NAME_CHARS = 100;
    private static final int HASH_CHARS = 8;

    /** Checks that the strategy can be made and that its mode knows it. */
    public Contestant {
        config.mode().require(expression.strategy());
    }

    /**
     * Reads what one writes: a strategy, and with a plus the rules that it alone has, such as
     * {@code large+speculative}.
     *
     * @param rules the rules that all have
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static Contestant parse(String text, RouterConfig rules) {
        Ruled read = Ruled.parse(text, rules);
        return new Contestant(read.expression(), read.config());
    }

    /** The same with a parameter for each name in the expression that takes it and has none. */
    public Contestant withUnsaid(String parameter, String value) {
        return expression.takes(parameter) && !expression.gives(parameter)
                ? new Contestant(expression.with(parameter, value), config)
                : this;
    }

    /** A new strategy, which remembers nothing. */
    public Strategy strategy() {
        return expression.strategy();
    }

    /** The models that take part. */
    public Set<Writer> models() {
        return config.models(strategy());
    }

    /** How many branches of a model one question needs at a time. */
    public int branches(Writer writer) {
        return strategy().branches(writer);
    }

    /** What reports call it. */
    public String name() {
        return SystemName.of(strategy().name(), config);
    }

    /** Its run file's name: letters, digits and dots of its own name. */
    public String fileName() {
        String words = name().replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^-|-$", "");
        String fitting =
                words.length() <= MOST_NAME_CHARS
                        ? words
                        : words.substring(0, MOST_NAME_CHARS)
                                + "-"
                                + Sha256.of(name()).substring(0, HASH_CHARS);
        return fitting + ".jsonl";
    }
}
