package dev.glimprouter.eval.run;

import dev.glimprouter.internal.names.Words;
import dev.glimprouter.strategy.RouterConfig;

/**
 * A rule that one strategy of an evaluation may have and another not: {@code large+speculative}.
 */
public enum RuleFlag {
    /** Small drafts tokens of what large writes. */
    SPECULATIVE,
    /** Large reads what small is writing. */
    AHEAD,
    /** Large begins each step while small is being glimpsed. */
    RACE;

    /** What stands before it. */
    public static final char SIGN = '+';

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
        return switch (this) {
            case SPECULATIVE -> rules.speculative();
            case AHEAD -> rules.ahead();
            case RACE -> rules.race();
        };
    }

    /** The rules with it. */
    public RouterConfig setIn(RouterConfig rules) {
        return switch (this) {
            case SPECULATIVE -> rules.withSpeculative(true);
            case AHEAD -> rules.withAhead(true);
            case RACE -> rules.withRace(true);
        };
    }
}
