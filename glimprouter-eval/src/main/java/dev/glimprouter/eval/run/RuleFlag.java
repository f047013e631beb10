package dev.glimprouter.eval.run;

import dev.glimprouter.internal.names.Words;
import dev.glimprouter.strategy.RouterConfig;

/**
 * A rule that one strategy of an evaluation may have and another not: {@code large+speculative}.
 */
public enum RuleFlag {
    /** Small drafts tokens of what large writes. */
    SPECULATIVE;

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
        };
    }

    /** The rules with it. */
    public RouterConfig setIn(RouterConfig rules) {
        return switch (this) {
            case SPECULATIVE -> rules.withSpeculative(true);
        };
    }
}
