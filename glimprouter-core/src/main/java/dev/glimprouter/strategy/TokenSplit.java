package dev.glimprouter.strategy;

/** Shares a client's limit between the reasoning and the answer, in the proportion of the rules. */
public final class TokenSplit {

    /** Fewest tokens that both can share. */
    public static final int LEAST_TOKENS = 2;

    /** Tokens that either is left with where its share would be smaller, if half is as many. */
    private static final int SHORT_TEXT = 32;

    private TokenSplit() {}

    /** The rules with limits that come to at most so many tokens, at least 2. */
    public static RouterConfig within(RouterConfig rules, int mostTokens) {
        long all = (long) rules.budget() + rules.answerLimit();
        long share = Math.ceilDiv((long) mostTokens * rules.answerLimit(), all);
        int atLeast = Math.min(SHORT_TEXT, mostTokens / 2);
        int most = mostTokens - Math.min(atLeast, rules.budget());
        int answer = Math.min(rules.answerLimit(), Math.clamp(share, atLeast, most));
        return rules.withAnswerLimit(answer).withBudgetAtMost(mostTokens - answer);
    }
}
