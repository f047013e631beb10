package dev.glimprouter.llamacpp.internal.gguf;

import java.util.List;
import java.util.OptionalInt;

/**
 * The sizes that decide about memory.
 *
 * @param layers number of layers
 * @param contextLength longest text the model was made for, in tokens
 * @param width numbers that each token carries from layer to layer
 * @param headsKv heads of keys and values, by layer; 0 in layers without attention
 * @param keyLength numbers in one head's key
 * @param valueLength numbers in one head's value
 * @param slidingWindow tokens that a layer with a sliding window sees; empty where none has one
 * @param recurrent whether some layers carry a state that cannot be rolled back token by token
 */
public record ModelShape(
        int layers,
        int contextLength,
        int width,
        List<Integer> headsKv,
        int keyLength,
        int valueLength,
        OptionalInt slidingWindow,
        boolean recurrent) {

    /** Copies the list. */
    public ModelShape {
        headsKv = List.copyOf(headsKv);
    }

    /**
     * Bytes that one token takes in the cache of keys and values; an upper bound where layers have
     * a sliding window.
     *
     * @param bytesPerNumber 2 for F16
     */
    public long cacheBytesPerToken(int bytesPerNumber) {
        long heads = headsKv.stream().mapToLong(Integer::longValue).sum();
        return heads * ((long) keyLength + valueLength) * bytesPerNumber;
    }
}
