package dev.glimprouter.llamacpp.internal.runtime;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Holds the decode thread, so that a test can do its work piece by piece. */
final class ByHand implements AutoCloseable {

    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread holder;

    ByHand() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        holder = Thread.ofVirtual().start(() -> hold(held));
        held.await();
    }

    private void hold(CountDownLatch held) {
        DecodeLoop.ofProcessor()
                .call(
                        () -> {
                            held.countDown();
                            released.await();
                            return true;
                        });
    }

    /** Plans a model's next piece of work. */
    Runnable plan(LlamaEngine engine) {
        return next(engine).orElseThrow(() -> new AssertionError("nothing to do"));
    }

    private static Optional<Runnable> next(LlamaEngine engine) {
        DecodeLoop.ofProcessor().lock().lock();
        try {
            return engine.model().next();
        } finally {
            DecodeLoop.ofProcessor().lock().unlock();
        }
    }

    /** Does a model's work until there is none left. */
    void finish(LlamaEngine engine) {
        Optional<Runnable> next = next(engine);
        while (next.isPresent()) {
            next.get().run();
            next = next(engine);
        }
    }

    /** Does a model's next piece of work. */
    void step(LlamaEngine engine) {
        plan(engine).run();
    }

    @Override
    public void close() {
        released.countDown();
        try {
            holder.join();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
