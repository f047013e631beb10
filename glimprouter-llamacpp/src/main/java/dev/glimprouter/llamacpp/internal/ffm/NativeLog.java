package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the last complaints of the native libraries, and keeps them off the terminal. */
public final class NativeLog {

    private static final int WARNING = 3;
    private static final int CONTINUED = 5;
    private static final int KEPT_LINES = 20;
    private static final Deque<String> LINES = new ArrayDeque<>();

    private NativeLog() {}

    static void install(Functions functions) {
        FunctionDescriptor type = FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS);
        FunctionDescriptor setter = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS);
        MethodHandle ggml = functions.bind("ggml_log_set", setter);
        MethodHandle llama = functions.bind("llama_log_set", setter);
        try {
            MethodHandle target =
                    MethodHandles.lookup()
                            .findStatic(
                                    NativeLog.class,
                                    "log",
                                    MethodType.methodType(
                                            void.class,
                                            int.class,
                                            MemorySegment.class,
                                            MemorySegment.class));
            MemorySegment stub = Linker.nativeLinker().upcallStub(target, type, Arena.global());
            ggml.invokeExact(stub, MemorySegment.NULL);
            llama.invokeExact(stub, MemorySegment.NULL);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    @SuppressWarnings("unused") // called by native code
    private static void log(int level, MemorySegment text, MemorySegment user) {
        try {
            if (level < WARNING || level == CONTINUED) {
                return;
            }
            String line = Llama.string(text).strip();
            synchronized (LINES) {
                if (LINES.size() == KEPT_LINES) {
                    LINES.removeFirst();
                }
                LINES.addLast(line);
            }
        } catch (Throwable swallowed) {
            // Nothing may unwind into native frames.
        }
    }

    /** The last complaint, without what a terminal could take for a command; blank if none. */
    public static String last() {
        synchronized (LINES) {
            return LINES.isEmpty() ? "" : LINES.getLast().replaceAll("\\p{Cntrl}", " ");
        }
    }

    /** Forgets all complaints. */
    public static void clear() {
        synchronized (LINES) {
            LINES.clear();
        }
    }
}
