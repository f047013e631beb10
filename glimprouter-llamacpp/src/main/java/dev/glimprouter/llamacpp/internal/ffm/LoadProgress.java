package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Hears how far one model has been loaded; several may load at the same time. */
public final class LoadProgress {

    /** A {@code bool(float, void*)} that takes a {@link #handle} and returns true to go on. */
    static final MemorySegment CALLBACK = stub();

    private static final AtomicLong HANDLES = new AtomicLong();
    private static final Map<Long, LoadProgress> LOADING = new ConcurrentHashMap<>();

    private final long handle = HANDLES.incrementAndGet();
    private final DoubleConsumer listener;
    private volatile @Nullable Throwable thrown;

    private LoadProgress(DoubleConsumer listener) {
        this.listener = listener;
    }

    /**
     * Loads while somebody listens. What the listener throws ends the loading and is thrown here.
     *
     * @param load loads and returns the model, null if it was not loaded
     */
    public static MemorySegment told(
            DoubleConsumer to, Function<LoadProgress, MemorySegment> load) {
        LoadProgress progress = new LoadProgress(to);
        LOADING.put(progress.handle, progress);
        try {
            MemorySegment model = load.apply(progress);
            progress.rethrow();
            return model;
        } finally {
            LOADING.remove(progress.handle);
        }
    }

    /** What native code gives back to name this load; never followed as an address. */
    MemorySegment handle() {
        return MemorySegment.ofAddress(handle);
    }

    private void rethrow() {
        if (thrown instanceof RuntimeException failure) {
            throw failure;
        }
        if (thrown instanceof Error failure) {
            throw failure;
        }
    }

    private static MemorySegment stub() {
        try {
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup()
                                    .findStatic(
                                            LoadProgress.class,
                                            "progress",
                                            MethodType.methodType(
                                                    boolean.class,
                                                    float.class,
                                                    MemorySegment.class)),
                            FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_FLOAT, ADDRESS),
                            Arena.global());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    @SuppressWarnings("unused") // called by native code
    private static boolean progress(float share, MemorySegment handle) {
        LoadProgress progress = LOADING.get(handle.address());
        return progress == null || progress.accepts(share);
    }

    private boolean accepts(float share) {
        try {
            listener.accept(share);
            return true;
        } catch (Throwable stopped) {
            thrown = stopped;
            return false;
        }
    }
}
