package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.glimprouter.error.SetupException;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/**
 * Proves that the library's parameter structures have the layout that {@link Layouts} says.
 *
 * <p>Each default-parameter function is called into an oversized buffer filled with a sentinel. The
 * last byte it writes must be the structure's last one, and the known defaults must stand at their
 * offsets. A library of another layout is refused before it can do harm.
 */
final class LayoutCheck {

    private static final int OVERSIZE = 512;
    private static final byte SENTINEL = (byte) 0xA5;

    /** Weights are mapped into memory, unless a device cannot read them there. */
    private static final int BY_MAP = -1;

    private final String version;

    LayoutCheck(String version) {
        this.version = version;
    }

    void model(Functions functions) {
        MemorySegment written = defaults(functions, "llama_model_default_params");
        requireEnd(written, "llama_model_params", Layouts.MODEL_PARAMS_BYTES, 2);
        requireInt(written, "llama_model_params.n_gpu_layers", Layouts.MODEL_GPU_LAYERS, -1);
        requireInt(written, "llama_model_params.load_mode", Layouts.MODEL_LOAD_MODE, BY_MAP);
        requireInt(written, "llama_model_params.main_gpu", Layouts.MODEL_MAIN_GPU, 0);
        requireNull(
                written, "llama_model_params.progress_callback", Layouts.MODEL_PROGRESS_CALLBACK);
        requireNull(written, "llama_model_params.progress_data", Layouts.MODEL_PROGRESS_DATA);
        requireByte(written, "llama_model_params.vocab_only", Layouts.MODEL_VOCAB_ONLY, 0);
        requireByte(
                written, "llama_model_params.use_extra_bufts", Layouts.MODEL_USE_EXTRA_BUFTS, 1);
    }

    void context(Functions functions) {
        MemorySegment written = defaults(functions, "llama_context_default_params");
        requireEnd(written, "llama_context_params", Layouts.CONTEXT_PARAMS_BYTES, 0);
        requireInt(written, "llama_context_params.n_ctx", Layouts.CONTEXT_N_CTX, 512);
        requireInt(written, "llama_context_params.n_batch", Layouts.CONTEXT_N_BATCH, 2048);
        requireInt(written, "llama_context_params.n_ubatch", Layouts.CONTEXT_N_UBATCH, 512);
        requireInt(written, "llama_context_params.n_seq_max", Layouts.CONTEXT_N_SEQ_MAX, 1);
        requireInt(written, "llama_context_params.n_threads", Layouts.CONTEXT_N_THREADS, 4);
        requireInt(
                written,
                "llama_context_params.n_threads_batch",
                Layouts.CONTEXT_N_THREADS_BATCH,
                4);
        requireInt(written, "llama_context_params.pooling_type", Layouts.CONTEXT_POOLING, -1);
        requireInt(written, "llama_context_params.type_k", Layouts.CONTEXT_TYPE_K, 1);
        requireInt(written, "llama_context_params.type_v", Layouts.CONTEXT_TYPE_V, 1);
        requireNull(written, "llama_context_params.abort_callback", Layouts.CONTEXT_ABORT_CALLBACK);
        requireNull(written, "llama_context_params.abort_data", Layouts.CONTEXT_ABORT_DATA);
        requireByte(written, "llama_context_params.embeddings", Layouts.CONTEXT_EMBEDDINGS, 0);
        requireByte(written, "llama_context_params.offload_kqv", Layouts.CONTEXT_OFFLOAD_KQV, 1);
        requireByte(written, "llama_context_params.no_perf", Layouts.CONTEXT_NO_PERF, 1);
        requireByte(written, "llama_context_params.op_offload", Layouts.CONTEXT_OP_OFFLOAD, 1);
        requireByte(written, "llama_context_params.swa_full", Layouts.CONTEXT_SWA_FULL, 1);
        requireByte(written, "llama_context_params.kv_unified", Layouts.CONTEXT_KV_UNIFIED, 0);
    }

    private static MemorySegment defaults(Functions functions, String name) {
        MethodHandle handle = functions.bind(name, FunctionDescriptor.of(Layouts.opaque(OVERSIZE)));
        MemorySegment buffer = Arena.ofAuto().allocate(OVERSIZE, 16).fill(SENTINEL);
        SegmentAllocator into = (_, _) -> buffer;
        try {
            MemorySegment unused = (MemorySegment) handle.invokeExact(into);
            return unused.address() == buffer.address() ? buffer : unused;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Trailing padding of the structure may stay unwritten. */
    private void requireEnd(MemorySegment written, String name, int bytes, int padding) {
        int end = OVERSIZE;
        while (end > 0 && written.get(JAVA_BYTE, end - 1) == SENTINEL) {
            end--;
        }
        if (end > bytes || end < bytes - padding) {
            throw refuse("%s ends at byte %d, not %d".formatted(name, end, bytes));
        }
    }

    private void requireInt(MemorySegment written, String name, int offset, int expected) {
        int found = written.get(JAVA_INT, offset);
        if (found != expected) {
            throw refuse("%s at byte %d is %d, not %d".formatted(name, offset, found, expected));
        }
    }

    private void requireByte(MemorySegment written, String name, int offset, int expected) {
        int found = written.get(JAVA_BYTE, offset);
        if (found != expected) {
            throw refuse("%s at byte %d is %d, not %d".formatted(name, offset, found, expected));
        }
    }

    private void requireNull(MemorySegment written, String name, int offset) {
        long found = written.get(JAVA_LONG, offset);
        if (found != 0) {
            throw refuse("%s at byte %d is %x, not null".formatted(name, offset, found));
        }
    }

    private SetupException refuse(String what) {
        return new SetupException(
                "The native library llama.cpp %s has another layout than this engine is made for (%s). Use version 0.4.0 or 0.5.0."
                        .formatted(version, what));
    }
}
