package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.DoubleConsumer;

/** Hears how far a model has been loaded; one model loads at a time. */
public final class LoadProgress {

    private static final MemorySegment STUB = stub();
    private static volatile DoubleConsumer listener = _ -> {};

    private LoadProgress() {}

    /** The callback's address, after {@code next} became the listener. */
    public static MemorySegment listen(DoubleConsumer next) {
        listener = next;
        return STUB;
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
        try {
            listener.accept(share);
            return true;
        } catch (Throwable stopped) {
            return false;
        }
    }
}
