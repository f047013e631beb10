package dev.glimprouter.testkit.gguf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a GGUF file of version 3, or a wrong one. Not thread-safe. */
public final class GgufWriter {

    private static final byte[] MAGIC = {'G', 'G', 'U', 'F'};
    private static final int VERSION = 3;
    private static final int ALIGNMENT = 32;

    private final Map<String, MetadataValue> metadata = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, Long> claimedOffsets = new HashMap<>();

    /** A tensor with its data; the shape counts elements by dimension, the innermost first. */
    private static final class Tensor {

        private final int type;
        private final long[] shape;
        private final byte[] data;

        Tensor(int type, long[] shape, byte[] data) {
            this.type = type;
            this.shape = shape.clone();
            this.data = data.clone();
        }
    }

    /** The same file in the making, to be changed apart from this one. */
    public GgufWriter copy() {
        var copy = new GgufWriter();
        copy.metadata.putAll(metadata);
        copy.tensors.putAll(tensors);
        copy.claimedOffsets.putAll(claimedOffsets);
        return copy;
    }

    /** Adds a value, or replaces the one with this key. */
    public GgufWriter put(String key, MetadataValue value) {
        metadata.put(key, value);
        return this;
    }

    /** Leaves a value out. */
    public GgufWriter remove(String key) {
        metadata.remove(key);
        return this;
    }

    /** Adds a tensor, or replaces the one of this name; nothing checks data against shape. */
    public GgufWriter tensor(String name, int type, byte[] data, long... shape) {
        tensors.put(name, new Tensor(type, shape, data));
        return this;
    }

    /** Leaves a tensor out. */
    public GgufWriter removeTensor(String name) {
        tensors.remove(name);
        return this;
    }

    /** Claims another place for a tensor's data than the true one, in bytes. */
    public GgufWriter claimOffset(String name, long offset) {
        claimedOffsets.put(name, offset);
        return this;
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return new ArrayList<>(metadata.keySet());
    }

    /** The names of the tensors in the order of the file. */
    public List<String> tensorNames() {
        return new ArrayList<>(tensors.keySet());
    }

    /** Bytes in front of the tensors' data. */
    public int headerBytes() {
        return header().bytes().length;
    }

    /** The whole file. */
    public byte[] bytes() {
        LittleEndian out = header();
        tensors.values().forEach(tensor -> out.raw(tensor.data).pad(ALIGNMENT));
        return out.bytes();
    }

    private LittleEndian header() {
        var out = new LittleEndian();
        out.raw(MAGIC).i32(VERSION).i64(tensors.size()).i64(metadata.size());
        metadata.forEach((key, value) -> out.text(key).i32(value.type()).raw(value.payload()));
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            String name = entry.getKey();
            writeInfo(out, name, entry.getValue(), claimedOffsets.getOrDefault(name, offset));
            offset += Math.ceilDiv((long) entry.getValue().data.length, ALIGNMENT) * ALIGNMENT;
        }
        return out.pad(ALIGNMENT);
    }

    private static void writeInfo(LittleEndian out, String name, Tensor tensor, long offset) {
        out.text(name).i32(tensor.shape.length);
        for (long elements : tensor.shape) {
            out.i64(elements);
        }
        out.i32(tensor.type).i64(offset);
    }
}
