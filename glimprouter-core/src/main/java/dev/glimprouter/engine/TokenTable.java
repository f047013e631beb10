package dev.glimprouter.engine;

import java.util.function.IntFunction;

/** The tokens of a model by id. Thread safe while its engine is open. */
public interface TokenTable {

    /** How many ids there are, padding included. */
    int size();

    /** The bytes that a token stands for in a text, control tokens included; not to be changed. */
    byte[] bytes(int id);

    /** Whether a token ends a generation. */
    boolean endsText(int id);

    /**
     * A number that two tables share if their first {@code count} ids stand for the same bytes, and
     * practically never otherwise.
     */
    default long fingerprint(int count) {
        return fingerprint(count, this::bytes);
    }

    /** The fingerprint of the first {@code count} ids, whose bytes are looked up once each. */
    static long fingerprint(int count, IntFunction<byte[]> bytes) {
        long hash = count;
        for (int id = 0; id < count; id++) {
            for (byte one : bytes.apply(id)) {
                hash = (hash ^ (one & 0xFF)) * 0x100000001B3L;
            }
            hash = Long.rotateLeft((hash ^ 0x1FF) * 0x9E3779B97F4A7C15L, 29);
        }
        return hash;
    }

    /** Whether each id that both have stands for the same bytes in both. */
    default boolean isLike(TokenTable other) {
        int common = Math.min(size(), other.size());
        return fingerprint(common) == other.fingerprint(common);
    }
}
