package dev.glimprouter.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The system's signals, by {@code sun.misc.Signal} of the module jdk.unsupported.
 *
 * <p>A shutdown hook would not do: it cannot tell signals apart, and {@code chat} goes on after
 * Ctrl-C. The class is called by name because the compiler warns of every mention of it, and
 * warnings are errors here.
 */
final class Signals {

    private Signals() {}

    /** Sends every signal that this system knows to {@code interrupts}. */
    static void connect(Interrupts interrupts) {
        for (Interrupts.Kind kind : Interrupts.Kind.values()) {
            try {
                handle(kind.name(), () -> interrupts.raise(kind));
            } catch (ReflectiveOperationException unknownHere) {
                // Windows has no HUP, and -Xrs keeps signals for somebody else.
            }
        }
    }

    private static void handle(String name, Runnable action) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        MethodHandle run =
                MethodHandles.lookup()
                        .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                        .bindTo(action);
        Object target =
                MethodHandleProxies.asInterfaceInstance(
                        handler, MethodHandles.dropArguments(run, 0, signal));
        Object subject = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, subject, target);
    }
}
