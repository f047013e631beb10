package dev.glimprouter.llamacpp.internal.runtime;

/**
 * How much a context holds.
 *
 * @param sessions most sessions at a time
 * @param branches most branches at a time
 * @param sessionTokens longest text of one session
 * @param chunkTokens most tokens of prefill in one batch
 * @param unified whether all sequences share one buffer, so that a prefix can be shared
 */
record Capacity(int sessions, int branches, int sessionTokens, int chunkTokens, boolean unified) {

    /** What a branch may add to the text that it shares, in tokens. */
    private static final int BRANCH_TOKENS = 1024;

    /** How many questions, for people. */
    String questions() {
        return sessions == 1 ? "1 question" : sessions + " questions at a time";
    }

    int sequences() {
        return sessions + branches;
    }

    int batchTokens() {
        return chunkTokens + sequences();
    }

    /** Positions of all sequences together. */
    int cells() {
        return unified
                ? sessions * sessionTokens + branches * Math.min(BRANCH_TOKENS, sessionTokens)
                : sequences() * sessionTokens;
    }
}
