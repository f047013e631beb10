package dev.glimprouter.cli;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.models.ModelRef;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;

import java.util.Map;
import java.util.function.Supplier;

/** Work before a question, which a signal ends by an interrupt of its thread. */
final class Setup {

    private Setup() {}

    /**
     * Opens the models.
     *
     * @param trace what has to be closed if that is cut off
     */
    static EngineRoom open(
            World world, Map<Writer, ModelRef> refs, EngineOptions options, TraceFile trace) {
        return interruptible(world, trace::close, () -> EngineRoom.open(world, refs, options));
    }

    /** Runs work that heeds interrupts. */
    static <T> T interruptible(World world, Supplier<T> work) {
        return interruptible(world, () -> {}, work);
    }

    private static <T> T interruptible(World world, Runnable lastWords, Supplier<T> work) {
        Cancellation cancellation = new Cancellation();
        Thread worker = Thread.currentThread();
        try (Cancellation.Registration _ = cancellation.onCancel(worker::interrupt);
                Interrupts.Scope _ = world.interrupts().during(cancellation, lastWords)) {
            return work.get();
        }
    }
}
