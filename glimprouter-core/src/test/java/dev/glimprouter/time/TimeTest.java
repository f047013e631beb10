package dev.glimprouter.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class TimeTest {

    private static final long LONG = Duration.ofHours(1).toNanos();

    private final Cancellation stop = new Cancellation();

    /** A clock whose alarms ring only when they are told to. */
    private static final class Bells implements Time {
        private final CompletableFuture<Runnable> set = new CompletableFuture<>();
        private final CountDownLatch silenced = new CountDownLatch(1);

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Alarm after(long delayNanos, Runnable task) {
            set.complete(task);
            return silenced::countDown;
        }
    }

    private final Bells bells = new Bells();

    private CompletableFuture<Boolean> pause() {
        return CompletableFuture.supplyAsync(() -> bells.pause(LONG, stop));
    }

    @Test
    void aPauseEndsWhenItsTimeHasPassed() {
        CompletableFuture<Boolean> pause = pause();
        bells.set.join().run();

        assertThat(pause.join()).isTrue();
        assertThat(bells.silenced.getCount()).isZero();
    }

    @Test
    void aStopRequestEndsAPause() {
        CompletableFuture<Boolean> pause = pause();
        bells.set.join();
        stop.cancel();

        assertThat(pause.join()).isFalse();
        assertThat(bells.silenced.getCount()).isZero();
    }

    @Test
    void anInterruptEndsAPauseAndStaysSet() {
        Thread.currentThread().interrupt();

        assertThat(bells.pause(LONG, stop)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theMachinesClockPauses() {
        long before = Time.system().nanos();

        assertThat(Time.system().pause(1_000, stop)).isTrue();
        assertThat(Time.system().nanos() - before).isGreaterThanOrEqualTo(1_000);
    }
}
