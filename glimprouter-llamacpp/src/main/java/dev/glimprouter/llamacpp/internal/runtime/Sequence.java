package dev.glimprouter.llamacpp.internal.runtime;

/**
 * One sequence of a context: its id, the tokens whose keys and values are in the cache, and the
 * logits after the last of them. Guarded by the decode loop's lock; the cache itself is changed by
 * the decode thread alone.
 */
final class Sequence {

    private final int id;
    private final int vocabularySize;
    private final IntList cache = new IntList();
    private float[] logits = {};
    private int logitsAfter = -1;
    private long lastUse;

    Sequence(int id, int vocabularySize) {
        this.id = id;
        this.vocabularySize = vocabularySize;
    }

    int id() {
        return id;
    }

    IntList cache() {
        return cache;
    }

    /** Forgets the tokens from {@code length} on. */
    void cut(int length) {
        cache.cut(length);
        if (logitsAfter > length) {
            logitsAfter = -1;
        }
    }

    /** Whether the logits after exactly {@code length} tokens are at hand. */
    boolean hasLogitsAfter(int length) {
        return logitsAfter == length;
    }

    /** The buffer for the logits that will stand after {@code length} tokens. */
    float[] logitsAfter(int length) {
        if (logits.length == 0) {
            logits = new float[vocabularySize];
        }
        logitsAfter = length;
        return logits;
    }

    /** The logits at hand. */
    float[] logits() {
        return logits;
    }

    /** Takes over what another sequence knows about its first {@code length} tokens. */
    void share(Sequence other, int length) {
        cache.cut(0);
        cache.addAll(other.cache.slice(0, length));
        logitsAfter = -1;
        if (other.hasLogitsAfter(length)) {
            float[] copy = logitsAfter(length);
            System.arraycopy(other.logits, 0, copy, 0, copy.length);
        }
    }

    long lastUse() {
        return lastUse;
    }

    void used(long now) {
        lastUse = now;
    }
}
