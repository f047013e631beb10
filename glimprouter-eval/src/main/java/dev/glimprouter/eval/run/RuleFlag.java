package dev.glimprouter.eval.run;

import dev.glimprouter.internal.names.Words;
import dev.glimprouter.strategy.RouterConfig;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A rule that one strategy of an evaluation may have and another not: {@code large+speculative}. */
public enum RuleFlag {
    /** Small drafts tokens of what large writes. */
    SPECULATIVE(RouterConfig::speculative, rules -> rules.withSpeculative(true)),
    /** Large reads what small is writing. */
    AHEAD(RouterConfig::ahead, rules -> rules.withAhead(true)),
    /** Large begins each step while small is glimpsed. */
    RACE(RouterConfig::race, rules -> rules.withRace(true));

    /** What stands before it. */
    public static final char SIGN = '+';

    private final Predicate<RouterConfig> reading;
    private final UnaryOperator<RouterConfig> setting;

    RuleFlag(Predicate<RouterConfig> reading, UnaryOperator<RouterConfig> setting) {
        this.reading = reading;
        this.setting = setting;
    }

    /**
     * The flag of a word.
     *
     * @throws dev.glimprouter.error.RequestException if there is none
     */
    public static RuleFlag parse(String word) {
        return Words.constant(RuleFlag.class, word.strip());
    }

    /** How it is written. */
    public String word() {
        return Words.of(this);
    }

    /** Whether the rules have it. */
    public boolean isSet(RouterConfig rules) {
        return reading.test(rules);
    }

    /** The rules with it. */
    public RouterConfig setIn(RouterConfig rules) {
        return setting.apply(rules);
    }
}
