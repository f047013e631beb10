package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The functions of libllama for embeddings: the mean of a sequence's last hidden states.
 *
 * <p>For the decode thread alone.
 */
public final class Embeddings {

    /** The library's number for that mean. */
    static final int MEAN = 1;

    private final MethodHandle width;
    private final MethodHandle pooling;
    private final MethodHandle clear;
    private final MethodHandle ofSequence;

    Embeddings(Functions functions) {
        width = functions.bind("llama_model_n_embd_out", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        pooling = functions.bind("llama_pooling_type", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        clear =
                functions.bind(
                        "llama_memory_clear", FunctionDescriptor.ofVoid(ADDRESS, JAVA_BOOLEAN));
        ofSequence =
                functions.bind(
                        "llama_get_embeddings_seq",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
    }

    /** Numbers of a vector of a model. */
    public int width(MemorySegment model) {
        return number(width, model);
    }

    /** Whether a context forms means, as it was told to. */
    public boolean formsMeans(MemorySegment context) {
        return number(pooling, context) == MEAN;
    }

    private static int number(MethodHandle handle, MemorySegment argument) {
        try {
            return (int) handle.invokeExact(argument);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Empties a cache. */
    public void clear(MemorySegment memory) {
        try {
            clear.invokeExact(memory, false);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Copies the vector of sequence 0, as the last batch left it; false if there is none. */
    public boolean copy(MemorySegment context, float[] into) {
        try {
            MemorySegment address = (MemorySegment) ofSequence.invokeExact(context, 0);
            if (address.address() == 0) {
                return false;
            }
            MemorySegment values = address.reinterpret((long) into.length * Float.BYTES);
            MemorySegment.copy(values, JAVA_FLOAT, 0, into, 0, into.length);
            return true;
        } catch (RuntimeException known) {
            throw known;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
