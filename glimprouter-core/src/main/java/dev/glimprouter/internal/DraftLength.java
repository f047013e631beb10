package dev.glimprouter.internal;

/**
 * How many tokens to draft, in tokens: two more after a round that accepted all of them, one less
 * after any other, from 1 to 12.
 *
 * <p>It looks at acceptance alone, not at time, so that the same question gets the same drafts on
 * every machine.
 */
final class DraftLength {

    private static final int START = 4;
    private static final int MOST = 12;

    private int tokens = START;

    int tokens() {
        return tokens;
    }

    /** Learns of a round; one that was shortened from outside teaches nothing unless it failed. */
    void learn(int drafted, int accepted) {
        if (accepted < drafted) {
            tokens = Math.max(1, tokens - 1);
        } else if (drafted == tokens) {
            tokens = Math.min(MOST, tokens + 2);
        }
    }
}
