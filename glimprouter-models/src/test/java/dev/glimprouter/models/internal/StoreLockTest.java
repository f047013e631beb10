package dev.glimprouter.models.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.CancelledException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

class StoreLockTest {

    @TempDir Path root;

    @Test
    void aSecondThreadWaitsAndSaysSo() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> second;
        try (StoreLock _ = StoreLock.acquire(root, _ -> {})) {
            second = CompletableFuture.runAsync(() -> acquireAndRelease(waiting));
            waiting.await();
            assertThat(second).isNotDone();
        }
        second.join();
        try (StoreLock again = StoreLock.tryAcquire(root).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    private void acquireAndRelease(CountDownLatch waiting) {
        try (StoreLock _ = StoreLock.acquire(root, _ -> waiting.countDown())) {
            assertThat(waiting.getCount()).isZero();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void waitingEndsWithAnInterrupt() throws Exception {
        AtomicReference<Throwable> end = new AtomicReference<>(new AssertionError("did not end"));
        try (StoreLock _ = StoreLock.acquire(root, _ -> {})) {
            CountDownLatch waiting = new CountDownLatch(1);
            Thread second = Thread.ofVirtual().unstarted(() -> acquireAndRelease(waiting));
            second.setUncaughtExceptionHandler((_, thrown) -> end.set(thrown));
            second.start();
            waiting.await();
            second.interrupt();
            second.join();
        }
        assertThat(end.get()).isInstanceOf(CancelledException.class);
    }

    @Test
    void anotherProcessHoldsItUntilItDies() throws Exception {
        Process other = LockHolder.start(root);
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThat(StoreLock.tryAcquire(root)).isEmpty();

            try (StoreLock mine = StoreLock.acquire(root, _ -> other.destroyForcibly())) {
                assertThat(mine).isNotNull();
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
    }
}
