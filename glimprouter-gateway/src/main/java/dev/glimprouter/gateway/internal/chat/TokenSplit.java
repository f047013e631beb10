package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.strategy.RouterConfig;

/** Shares a client's limit between the reasoning and the answer, in the proportion of the rules. */
public final class TokenSplit {

    /** Fewest tokens that both can share. */
    public static final int LEAST_TOKENS = 2;

    /** Tokens that an answer is left with where its share would be smaller, if half is as many. */
    private static final int SHORT_ANSWER = 32;

    private TokenSplit() {}

    /** The rules with limits that come to at most so many tokens, at least 2. */
    static RouterConfig within(RouterConfig rules, int mostTokens) {
        long all = (long) rules.budget() + rules.answerLimit();
        long share = Math.ceilDiv((long) mostTokens * rules.answerLimit(), all);
        long atLeast = Math.min(SHORT_ANSWER, mostTokens / 2);
        int answer = (int) Math.min(rules.answerLimit(), Math.max(share, atLeast));
        return rules.withAnswerLimit(answer).withBudgetAtMost(mostTokens - answer);
    }
}
