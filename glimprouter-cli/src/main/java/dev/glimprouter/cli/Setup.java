package dev.glimprouter.cli;

import dev.glimprouter.time.Cancellation;

import java.util.function.Supplier;

/** Work before a question, which a signal ends by an interrupt of its thread. */
final class Setup {

    private Setup() {}

    /** Runs work that heeds interrupts. */
    static <T> T interruptible(World world, Supplier<T> work) {
        return interruptible(world, () -> {}, work);
    }

    /**
     * Runs work that heeds interrupts.
     *
     * @param lastWords what has to be done if it is cut off
     */
    static <T> T interruptible(World world, Runnable lastWords, Supplier<T> work) {
        Cancellation cancellation = new Cancellation();
        Thread worker = Thread.currentThread();
        try (Cancellation.Registration _ = cancellation.onCancel(worker::interrupt);
                Interrupts.Scope _ = world.interrupts().during(cancellation, lastWords)) {
            return work.get();
        }
    }
}
