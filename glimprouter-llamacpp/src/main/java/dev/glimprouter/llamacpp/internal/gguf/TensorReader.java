package dev.glimprouter.llamacpp.internal.gguf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the tensor infos and checks that their data lies in the file, one after the other. */
final class TensorReader {

    private static final int MOST_TENSORS = 65_536;

    /** ggml keeps a name in 64 bytes with a zero at the end. */
    private static final int LONGEST_NAME = 63;

    private static final int MOST_DIMENSIONS = 4;

    /** So few that no product overflows, so many that no file holds them. */
    private static final long MOST_ELEMENTS = 1L << 48;

    private final Input input;
    private final int alignment;

    TensorReader(Input input, int alignment) {
        this.input = input;
        this.alignment = alignment;
    }

    static void checkCount(long count) {
        if (count < 1 || count > MOST_TENSORS) {
            throw new Broken(
                    "it claims "
                            + Long.toUnsignedString(count)
                            + " tensors, expected 1 to "
                            + MOST_TENSORS);
        }
    }

    Map<String, TensorInfo> read(long count) throws IOException {
        Map<String, TensorInfo> tensors = new HashMap<>();
        long end = 0;
        for (long i = 0; i < count; i++) {
            TensorInfo tensor = info();
            if (tensors.put(tensor.name(), tensor) != null) {
                throw new Broken("the tensor " + Broken.quote(tensor.name()) + " occurs twice");
            }
            long offset = input.i64();
            if (offset != padded(end)) {
                throw new Broken(
                        "the data of tensor "
                                + Broken.quote(tensor.name())
                                + " is not in its place");
            }
            end = offset + tensor.bytes();
            if (end > input.size()) {
                throw cutOff();
            }
        }
        if (end > input.size() - padded(input.position())) {
            throw cutOff();
        }
        return tensors;
    }

    private TensorInfo info() throws IOException {
        String name = input.text(LONGEST_NAME, "a tensor's name");
        String quoted = Broken.quote(name);
        List<Long> shape = shape(quoted);
        TensorType type = TensorType.of(input.i32(), quoted);
        if (shape.getFirst() % type.blockElements() != 0) {
            throw new Broken(
                    "the rows of tensor " + quoted + " do not fill blocks of " + type.name());
        }
        checkUse(name, type, shape);
        return new TensorInfo(name, type, shape, bytes(type, shape));
    }

    private List<Long> shape(String name) throws IOException {
        long dimensions = input.u32();
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new Broken(
                    "the tensor "
                            + name
                            + " has "
                            + dimensions
                            + " dimensions, expected 1 to "
                            + MOST_DIMENSIONS);
        }
        List<Long> shape = new ArrayList<>();
        long elements = 1;
        for (long i = 0; i < dimensions; i++) {
            long size = input.i64();
            if (size < 1 || size > MOST_ELEMENTS / elements) {
                throw new Broken("the tensor " + name + " has an impossible shape");
            }
            elements *= size;
            shape.add(size);
        }
        return shape;
    }

    /** Refuses what ggml's operations assert on: vectors are F32, only tables of ids are I32. */
    private static void checkUse(String name, TensorType type, List<Long> shape) {
        boolean vector = shape.size() == 1;
        boolean integers = type == TensorType.I32;
        if ((vector && type != TensorType.F32) || (integers && !name.contains("tid2eid"))) {
            throw new Broken(
                    "the tensor " + Broken.quote(name) + " has the wrong type " + type.name());
        }
    }

    /**
     * At most 2^32 elements above the file's own size would overflow nothing: shapes are bounded.
     */
    private static long bytes(TensorType type, List<Long> shape) {
        long elements = shape.stream().reduce(1L, (a, b) -> a * b);
        return elements / type.blockElements() * type.blockBytes();
    }

    private long padded(long bytes) {
        return Math.ceilDiv(bytes, (long) alignment) * alignment;
    }

    private static Broken cutOff() {
        return new Broken("it is cut off: tensors lie beyond its end");
    }
}
