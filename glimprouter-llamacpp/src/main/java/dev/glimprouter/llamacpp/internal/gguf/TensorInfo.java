package dev.glimprouter.llamacpp.internal.gguf;

import java.util.List;

/**
 * What a file says about one tensor.
 *
 * @param shape elements by dimension, the innermost first
 * @param bytes of its data
 */
record TensorInfo(String name, TensorType type, List<Long> shape, long bytes) {

    TensorInfo {
        shape = List.copyOf(shape);
    }
}
