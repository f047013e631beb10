package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The functions of libllama and ggml that the engine calls, typed.
 *
 * <p>Everything that computes, changes memory or frees is for the decode thread alone. Any thread
 * may load a model, and call the vocabulary functions while the model lives.
 */
public final class Llama {

    private final Functions functions;
    private final String version;
    private final MethodHandle modelDefaults;
    private final MethodHandle contextDefaults;
    private final MethodHandle modelLoad;
    private final MethodHandle modelFree;
    private final MethodHandle contextInit;
    private final MethodHandle contextFree;
    private final MethodHandle getMemory;
    private final MethodHandle seqRm;
    private final MethodHandle seqCp;
    private final MethodHandle seqPosMax;
    private final MethodHandle decode;
    private final MethodHandle logitsIth;
    private final MethodHandle attachPool;
    private final Vocabulary.Handles vocabularyHandles;
    private final ThreadPools pools;

    /** Loads the libraries, checks their layout, and brings up the compute backends. */
    public Llama(Path directory, Path ggmlBase, Path ggml, Path llama) {
        functions = new Functions(ggmlBase, ggml, llama);
        NativeLog.install(functions);
        version = readVersion();
        LayoutCheck check = new LayoutCheck(version);
        check.model(functions);
        check.context(functions);
        FunctionDescriptor free = FunctionDescriptor.ofVoid(ADDRESS);
        modelDefaults =
                functions.bind(
                        "llama_model_default_params", FunctionDescriptor.of(Layouts.MODEL_PARAMS));
        contextDefaults =
                functions.bind(
                        "llama_context_default_params",
                        FunctionDescriptor.of(Layouts.CONTEXT_PARAMS));
        modelLoad =
                functions.bind(
                        "llama_model_load_from_file",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, Layouts.MODEL_PARAMS));
        modelFree = functions.bind("llama_model_free", free);
        contextInit =
                functions.bind(
                        "llama_init_from_model",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, Layouts.CONTEXT_PARAMS));
        contextFree = functions.bind("llama_free", free);
        getMemory = functions.bind("llama_get_memory", FunctionDescriptor.of(ADDRESS, ADDRESS));
        seqRm =
                functions.bind(
                        "llama_memory_seq_rm",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
        seqCp =
                functions.bind(
                        "llama_memory_seq_cp",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        seqPosMax =
                functions.bind(
                        "llama_memory_seq_pos_max",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        decode =
                functions.bind(
                        "llama_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, Layouts.BATCH));
        logitsIth =
                functions.bind(
                        "llama_get_logits_ith", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        attachPool =
                functions.bind(
                        "llama_attach_threadpool",
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
        vocabularyHandles = new Vocabulary.Handles(functions);
        loadBackends(directory);
        pools = new ThreadPools(functions);
    }

    private void loadBackends(Path directory) {
        MethodHandle load =
                functions.bind(
                        "ggml_backend_load_all_from_path", FunctionDescriptor.ofVoid(ADDRESS));
        MethodHandle init = functions.bind("llama_backend_init", FunctionDescriptor.ofVoid());
        try (Arena arena = Arena.ofConfined()) {
            load.invokeExact(arena.allocateFrom(directory.toString()));
            init.invokeExact();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String readVersion() {
        MethodHandle handle = functions.bind("llama_version", FunctionDescriptor.of(ADDRESS));
        try {
            return string((MemorySegment) handle.invokeExact());
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The library's version, such as {@code 0.4.0-dev}. */
    public String version() {
        return version;
    }

    /** The compute devices that were found, for people. */
    public Devices devices() {
        return new Devices(functions);
    }

    /** The thread pools. */
    public ThreadPools pools() {
        return pools;
    }

    /**
     * Loads a model's weights, by memory map where the devices can read that.
     *
     * @param progress hears how far it is, and may end it
     * @return null on failure; the reason is in {@link NativeLog}
     */
    public MemorySegment loadModel(Path file, int gpuLayers, LoadProgress progress) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params =
                    (MemorySegment) modelDefaults.invokeExact((SegmentAllocator) arena);
            params.set(JAVA_INT, Layouts.MODEL_GPU_LAYERS, gpuLayers);
            params.set(ADDRESS, Layouts.MODEL_PROGRESS_CALLBACK, LoadProgress.CALLBACK);
            params.set(ADDRESS, Layouts.MODEL_PROGRESS_DATA, progress.handle());
            return (MemorySegment)
                    modelLoad.invokeExact(arena.allocateFrom(file.toString()), params);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Frees a model; its contexts must be gone. */
    public void freeModel(MemorySegment model) {
        call(modelFree, model);
    }

    /**
     * Makes a context.
     *
     * @return null on failure; the reason is in {@link NativeLog}
     */
    public MemorySegment newContext(MemorySegment model, ContextOptions options) {
        return newContext(model, options, false);
    }

    /**
     * Makes a context that tells what texts are about: see {@link Embeddings}.
     *
     * @return null on failure; the reason is in {@link NativeLog}
     */
    public MemorySegment newEmbeddingContext(MemorySegment model, ContextOptions options) {
        return newContext(model, options, true);
    }

    private MemorySegment newContext(
            MemorySegment model, ContextOptions options, boolean embedding) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params =
                    (MemorySegment) contextDefaults.invokeExact((SegmentAllocator) arena);
            params.set(JAVA_INT, Layouts.CONTEXT_N_CTX, options.cells());
            params.set(JAVA_INT, Layouts.CONTEXT_N_BATCH, options.batchTokens());
            params.set(JAVA_INT, Layouts.CONTEXT_N_UBATCH, options.batchTokens());
            params.set(JAVA_INT, Layouts.CONTEXT_N_SEQ_MAX, options.sequences());
            params.set(JAVA_INT, Layouts.CONTEXT_N_THREADS, options.threads());
            params.set(JAVA_INT, Layouts.CONTEXT_N_THREADS_BATCH, options.threads());
            params.set(ADDRESS, Layouts.CONTEXT_ABORT_CALLBACK, options.abort().function());
            params.set(ADDRESS, Layouts.CONTEXT_ABORT_DATA, options.abort().flag());
            params.set(JAVA_BOOLEAN, Layouts.CONTEXT_SWA_FULL, true);
            params.set(JAVA_BOOLEAN, Layouts.CONTEXT_KV_UNIFIED, options.unified());
            if (embedding) {
                params.set(JAVA_INT, Layouts.CONTEXT_POOLING, Embeddings.MEAN);
                params.set(JAVA_BOOLEAN, Layouts.CONTEXT_EMBEDDINGS, true);
            }
            return (MemorySegment) contextInit.invokeExact(model, params);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Frees a context. */
    public void freeContext(MemorySegment context) {
        call(contextFree, context);
    }

    /** Has a context compute on a pool. */
    public void attachPool(MemorySegment context, MemorySegment pool) {
        try {
            attachPool.invokeExact(context, pool, pool);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The cache of a context. */
    public MemorySegment memory(MemorySegment context) {
        try {
            return (MemorySegment) getMemory.invokeExact(context);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Removes positions from {@code from} on; false if this model cannot remove a part. */
    public boolean removeFrom(MemorySegment memory, int sequence, int from) {
        try {
            return (boolean) seqRm.invokeExact(memory, sequence, from, -1);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Lets {@code to} share the first {@code length} positions of {@code from}. */
    public void share(MemorySegment memory, int from, int to, int length) {
        try {
            seqCp.invokeExact(memory, from, to, 0, length);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The last position held of a sequence, -1 if none. */
    public int lastPosition(MemorySegment memory, int sequence) {
        try {
            return (int) seqPosMax.invokeExact(memory, sequence);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Evaluates a batch: 0 done, 1 no room, 2 aborted, negative failed. */
    public int decode(MemorySegment context, NativeBatch batch) {
        try {
            return (int) decode.invokeExact(context, batch.struct());
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Copies the logits of the batch's token {@code index} into {@code into}. */
    public void logits(MemorySegment context, int index, float[] into) {
        try {
            MemorySegment address = (MemorySegment) logitsIth.invokeExact(context, index);
            if (address.address() == 0) {
                throw new IllegalStateException("the batch has no logits at " + index);
            }
            MemorySegment values = address.reinterpret((long) into.length * Float.BYTES);
            MemorySegment.copy(values, JAVA_FLOAT, 0, into, 0, into.length);
        } catch (RuntimeException known) {
            throw known;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The functions for embeddings, which are looked for now. */
    public Embeddings embeddings() {
        return new Embeddings(functions);
    }

    /** The vocabulary of a model. */
    public Vocabulary vocabulary(MemorySegment model) {
        return new Vocabulary(vocabularyHandles, model);
    }

    /** A flag that a context looks at while it computes. */
    public AbortFlag newAbortFlag() {
        MemorySegment strlen =
                Linker.nativeLinker()
                        .defaultLookup()
                        .find("strlen")
                        .orElseThrow(() -> new AssertionError("no strlen"));
        return new AbortFlag(strlen, Arena.global().allocate(8));
    }

    static String string(MemorySegment address) {
        return address.address() == 0
                ? ""
                : address.reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
    }

    private static void call(MethodHandle handle, MemorySegment argument) {
        try {
            handle.invokeExact(argument);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /**
     * Stops a running computation without an upcall: the library calls C's {@code strlen} on one
     * byte before each node of its graph, and any length but zero aborts.
     *
     * @param function address of strlen
     * @param flag the byte and a terminator
     */
    public record AbortFlag(MemorySegment function, MemorySegment flag) {

        private static final java.lang.invoke.VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();

        /** Raises or lowers the flag; any thread. */
        public void set(boolean abort) {
            BYTE.setVolatile(flag, 0L, abort ? (byte) 1 : (byte) 0);
        }

        /** Whether it is raised. */
        public boolean isSet() {
            return (byte) BYTE.getVolatile(flag, 0L) != 0;
        }
    }

    /**
     * What a context is made for.
     *
     * @param cells positions of all sequences together, in tokens
     * @param batchTokens most tokens of one batch
     * @param sequences most sequences
     * @param threads threads for computing
     * @param unified whether all sequences share one buffer
     * @param abort the flag it looks at
     */
    public record ContextOptions(
            int cells,
            int batchTokens,
            int sequences,
            int threads,
            boolean unified,
            AbortFlag abort) {}
}
