package dev.glimprouter.openai.internal.replica;

/**
 * How the last attempts on a replica went, up to {@value #LENGTH} of them.
 *
 * @param failed a bit for each attempt, the latest one lowest; set where it failed
 * @param count how many there are
 */
record Outcomes(int failed, int count) {

    static final int LENGTH = 20;

    private static final int ALL = (1 << LENGTH) - 1;

    /** Of no attempt yet. */
    static final Outcomes NONE = new Outcomes(0, 0);

    /** The same and one more. */
    Outcomes with(boolean failure) {
        int bits = ((failed << 1) | (failure ? 1 : 0)) & ALL;
        return new Outcomes(bits, Math.min(LENGTH, count + 1));
    }

    /** Whether there are enough to tell, and half of them failed. */
    boolean isBad() {
        return count == LENGTH && 2 * Integer.bitCount(failed) >= LENGTH;
    }
}
