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
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;

/** Hears how far a model has been loaded; one model loads at a time. */
public final class LoadProgress {

    private static final MemorySegment STUB = stub();
    private static volatile @Nullable LoadProgress current;

    private final DoubleConsumer listener;
    private volatile @Nullable Throwable thrown;

    private LoadProgress(DoubleConsumer listener) {
        this.listener = listener;
    }

    /**
     * Loads while somebody listens. What the listener throws ends the loading and is thrown here.
     *
     * @param load takes the callback's address and returns the model, null if it was not loaded
     */
    public static MemorySegment told(DoubleConsumer to, UnaryOperator<MemorySegment> load) {
        LoadProgress progress = new LoadProgress(to);
        current = progress;
        try {
            MemorySegment model = load.apply(STUB);
            progress.rethrow();
            return model;
        } finally {
            current = null;
        }
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
    private static boolean progress(float share, MemorySegment user) {
        LoadProgress progress = current;
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
