package dev.glimprouter.time;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request to stop, made once and seen by everybody who works on the same question.
 *
 * <p>Thread safe. Listeners run on the cancelling thread, each at most once, whatever the others
 * throw.
 */
public final class Cancellation {

    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private boolean cancelled;

    /** A request that has not been made yet. */
    public Cancellation() {}

    /** Makes the request; later calls do nothing. */
    public void cancel() {
        Collection<Runnable> toRun;
        synchronized (listeners) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(listeners.values());
            listeners.clear();
        }
        runAll(toRun.iterator());
    }

    private static void runAll(Iterator<Runnable> left) {
        if (left.hasNext()) {
            try {
                left.next().run();
            } finally {
                runAll(left);
            }
        }
    }

    /** Whether the request was made. */
    public boolean isCancelled() {
        synchronized (listeners) {
            return cancelled;
        }
    }

    /**
     * Runs {@code action} when the request is made, at once if it was made already.
     *
     * @return the registration; closing it withdraws the action
     */
    public Registration onCancel(Runnable action) {
        Object key = new Object();
        synchronized (listeners) {
            if (!cancelled) {
                listeners.put(key, action);
                return () -> withdraw(key);
            }
        }
        action.run();
        return () -> {};
    }

    private void withdraw(Object key) {
        synchronized (listeners) {
            listeners.remove(key);
        }
    }

    /** An action that waits for the request. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
