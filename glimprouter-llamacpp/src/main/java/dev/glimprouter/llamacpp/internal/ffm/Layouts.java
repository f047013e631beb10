package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;

/**
 * Sizes and offsets, in bytes, of the structures that libllama takes by value.
 *
 * <p>They hold for llama.cpp 0.4.0 and 0.5.0; {@link LayoutCheck} proves them on the library at
 * hand before anything else is called.
 */
final class Layouts {

    static final int MODEL_PARAMS_BYTES = 80;
    static final int MODEL_GPU_LAYERS = 16;
    static final int MODEL_LOAD_MODE = 24;
    static final int MODEL_MAIN_GPU = 32;
    static final int MODEL_PROGRESS_CALLBACK = 48;
    static final int MODEL_PROGRESS_DATA = 56;
    static final int MODEL_VOCAB_ONLY = 72;
    static final int MODEL_USE_EXTRA_BUFTS = 74;

    static final int CONTEXT_PARAMS_BYTES = 160;
    static final int CONTEXT_N_CTX = 0;
    static final int CONTEXT_N_BATCH = 4;
    static final int CONTEXT_N_UBATCH = 8;
    static final int CONTEXT_N_SEQ_MAX = 12;
    static final int CONTEXT_N_THREADS = 28;
    static final int CONTEXT_N_THREADS_BATCH = 32;
    static final int CONTEXT_POOLING = 44;
    static final int CONTEXT_TYPE_K = 104;
    static final int CONTEXT_TYPE_V = 108;
    static final int CONTEXT_ABORT_CALLBACK = 112;
    static final int CONTEXT_ABORT_DATA = 120;
    static final int CONTEXT_EMBEDDINGS = 128;
    static final int CONTEXT_OFFLOAD_KQV = 129;
    static final int CONTEXT_OP_OFFLOAD = 131;
    static final int CONTEXT_NO_PERF = 130;
    static final int CONTEXT_SWA_FULL = 132;
    static final int CONTEXT_KV_UNIFIED = 133;

    static final StructLayout MODEL_PARAMS = opaque(MODEL_PARAMS_BYTES);
    static final StructLayout CONTEXT_PARAMS = opaque(CONTEXT_PARAMS_BYTES);

    /** A batch: token count, then the arrays token, embedding, position, sequences, wanted. */
    static final StructLayout BATCH =
            MemoryLayout.structLayout(
                    JAVA_INT.withName("n_tokens"),
                    MemoryLayout.paddingLayout(4),
                    ADDRESS.withName("token"),
                    ADDRESS.withName("embd"),
                    ADDRESS.withName("pos"),
                    ADDRESS.withName("n_seq_id"),
                    ADDRESS.withName("seq_id"),
                    ADDRESS.withName("logits"));

    private Layouts() {}

    /** A structure of which only the size matters to the calling convention. */
    static StructLayout opaque(int bytes) {
        return MemoryLayout.structLayout(MemoryLayout.sequenceLayout(bytes / 8, JAVA_LONG));
    }
}
