package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

/** Pools of compute threads, one for each number of threads, for the life of the process. */
public final class ThreadPools {

    private static final int CPU_DEVICE = 0;
    private static final int PARAMS_BYTES = 1024;

    private final MethodHandle initParams;
    private final MethodHandle newPool;
    private final Map<Integer, MemorySegment> pools = new HashMap<>();

    ThreadPools(Functions functions) {
        initParams =
                functions.bind(
                        "ggml_threadpool_params_init",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        newPool =
                functions.bind(
                        cpuFunction(functions, "ggml_threadpool_new"),
                        FunctionDescriptor.of(ADDRESS, ADDRESS));
    }

    private static MemorySegment cpuFunction(Functions functions, String name) {
        FunctionDescriptor toAddress = FunctionDescriptor.of(ADDRESS, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment device =
                    (MemorySegment)
                            functions
                                    .bind(
                                            "ggml_backend_dev_by_type",
                                            FunctionDescriptor.of(ADDRESS, JAVA_INT))
                                    .invokeExact(CPU_DEVICE);
            MemorySegment registry =
                    (MemorySegment)
                            functions
                                    .bind("ggml_backend_dev_backend_reg", toAddress)
                                    .invokeExact(device);
            return (MemorySegment)
                    functions
                            .bind(
                                    "ggml_backend_reg_get_proc_address",
                                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS))
                            .invokeExact(registry, arena.allocateFrom(name));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The pool of that many threads. */
    public synchronized MemorySegment of(int threads) {
        return pools.computeIfAbsent(threads, this::create);
    }

    private MemorySegment create(int threads) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = arena.allocate(PARAMS_BYTES, 16);
            initParams.invokeExact(params, threads);
            return (MemorySegment) newPool.invokeExact(params);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
