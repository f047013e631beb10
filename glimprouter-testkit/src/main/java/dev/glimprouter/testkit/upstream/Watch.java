package dev.glimprouter.testkit.upstream;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A lock on facts that lets others wait until they change. */
final class Watch {

    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Changes facts, and wakes those who wait. */
    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Reads facts. */
    <T> T read(Supplier<T> facts) {
        lock.lock();
        try {
            return facts.get();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a fact is there, at most 30 seconds. */
    <T> T await(String what, Supplier<Optional<T>> fact) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            Optional<T> found = fact.get();
            while (found.isEmpty()) {
                if (left <= 0) {
                    throw new AssertionError("waited in vain for " + what);
                }
                left = changed.awaitNanos(left);
                found = fact.get();
            }
            return found.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something holds, at most 30 seconds. */
    void awaitThat(String what, BooleanSupplier holds) {
        await(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until something holds, without limit, then changes facts. */
    void changeWhen(BooleanSupplier holds, Runnable change) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!holds.getAsBoolean()) {
                changed.await();
            }
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
