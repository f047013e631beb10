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

/**
 * Keeps the last complaints of the native libraries, each thread's its own, and keeps them off the
 * terminal.
 */
public final class NativeLog {

    private static final int WARNING = 3;
    private static final int CONTINUED = 5;
    private static final int KEPT_LINES = 20;
    private static final ThreadLocal<Deque<String>> LINES =
            ThreadLocal.withInitial(ArrayDeque::new);

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
            Deque<String> lines = LINES.get();
            if (lines.size() == KEPT_LINES) {
                lines.removeFirst();
            }
            lines.addLast(Llama.string(text).strip());
        } catch (Throwable swallowed) {
            // Nothing may unwind into native frames.
        }
    }

    /**
     * The last complaint about what this thread called, without what a terminal could take for a
     * command; blank if none.
     */
    public static String last() {
        Deque<String> lines = LINES.get();
        return lines.isEmpty() ? "" : lines.getLast().replaceAll("\\p{Cntrl}", " ");
    }

    /** Forgets all complaints about what this thread called. */
    public static void clear() {
        LINES.remove();
    }
}
