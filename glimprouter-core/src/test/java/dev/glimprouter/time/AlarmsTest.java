package dev.glimprouter.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Timeout(30)
class AlarmsTest {

    private final Alarms alarms = new Alarms();

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_000_000, 3 * Alarms.GRAIN_NANOS})
    void ringsOnceTheTimeHasPassed(long nanos) throws InterruptedException {
        CountDownLatch rung = new CountDownLatch(1);
        long start = System.nanoTime();
        Time.Alarm alarm = alarms.after(nanos, rung::countDown);
        rung.await();

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(nanos);
        alarm.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 3 * Alarms.GRAIN_NANOS})
    void aSilencedOneDoesNotRing(long nanos) throws InterruptedException {
        List<String> rung = new CopyOnWriteArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        alarms.after(nanos, () -> rung.add("silenced")).close();
        alarms.after(nanos, () -> rung.add("kept"));
        alarms.after(nanos + 2 * Alarms.GRAIN_NANOS, over::countDown);
        over.await();

        assertThat(rung).containsExactly("kept");
    }

    @Test
    void oneThatNeverRingsMayBeSet() {
        Time.Alarm alarm = alarms.after(Long.MAX_VALUE, () -> {});

        assertThat(alarm).isNotNull();
        alarm.close();
    }
}
