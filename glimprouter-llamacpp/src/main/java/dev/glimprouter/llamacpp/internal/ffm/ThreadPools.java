package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.glimprouter.error.SetupException;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

/**
 * Pools of compute threads for the life of the process: one for each thread that computes with them
 * and each number of threads, as a pool works on one thing at a time.
 */
public final class ThreadPools {

    private static final int CPU_DEVICE = 0;
    private static final int PARAMS_BYTES = 1024;

    private final MethodHandle initParams;
    private final MethodHandle newPool;
    private final Map<Key, MemorySegment> pools = new HashMap<>();

    private record Key(String user, int threads) {}

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

    /** A function of the processor's backend, which is a library apart. */
    private static MemorySegment cpuFunction(Functions functions, String name) {
        FunctionDescriptor toAddress = FunctionDescriptor.of(ADDRESS, ADDRESS);
        MethodHandle device =
                functions.bind(
                        "ggml_backend_dev_by_type", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        MethodHandle registry = functions.bind("ggml_backend_dev_backend_reg", toAddress);
        MethodHandle find =
                functions.bind(
                        "ggml_backend_reg_get_proc_address",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        MemorySegment cpu;
        MemorySegment found;
        try (Arena arena = Arena.ofConfined()) {
            cpu = (MemorySegment) device.invokeExact(CPU_DEVICE);
            found =
                    cpu.address() == 0
                            ? cpu
                            : (MemorySegment)
                                    find.invokeExact(
                                            (MemorySegment) registry.invokeExact(cpu),
                                            arena.allocateFrom(name));
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
        if (cpu.address() == 0) {
            throw new SetupException(
                    "The native libraries find no processor to compute on: put llama.cpp's ggml-cpu libraries beside them.");
        }
        if (found.address() == 0) {
            throw Functions.missing(name);
        }
        return found;
    }

    /**
     * The pool of that many threads.
     *
     * @param user the thread that computes with them
     * @throws SetupException if they cannot be started
     */
    public synchronized MemorySegment of(String user, int threads) {
        return pools.computeIfAbsent(new Key(user, threads), key -> create(key.threads()));
    }

    private MemorySegment create(int threads) {
        MemorySegment pool;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = arena.allocate(PARAMS_BYTES, 16);
            initParams.invokeExact(params, threads);
            pool = (MemorySegment) newPool.invokeExact(params);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
        if (pool.address() == 0) {
            throw new SetupException(
                    "llama.cpp cannot start %d compute threads: lower --threads."
                            .formatted(threads));
        }
        return pool;
    }
}
