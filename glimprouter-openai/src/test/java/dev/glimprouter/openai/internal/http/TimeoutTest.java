package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.openai.internal.sse.SseDecoder;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.time.Time;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The times that a reply has to keep, to the second, and over a real connection. */
class TimeoutTest extends HttpTestBase {

    private static final Timeouts TIMES =
            new Timeouts(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(100),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(200));

    private final List<Limit> passed = new ArrayList<>();
    private final Watchdog watchdog = begun(new Watchdog(time, TIMES, passed::add));

    private static Watchdog begun(Watchdog watchdog) {
        watchdog.begin();
        return watchdog;
    }

    private void advance(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void commentsDoNotPutOffTheFirstToken() {
        watchdog.waits();
        for (int i = 0; i < 33; i++) {
            advance(3);
            watchdog.served();
            watchdog.waits();
        }
        assertThat(passed).isEmpty();
        advance(1);
        assertThat(passed).containsExactly(Limit.FIRST_TOKEN);
    }

    @Test
    void theIdleTimeCountsFromTheFirstTokenOn() {
        watchdog.waits();
        advance(90);
        watchdog.firstTokenSeen();
        advance(9);
        assertThat(passed).isEmpty();
        advance(1);
        assertThat(passed).containsExactly(Limit.IDLE);
    }

    @Test
    void everyByteIsASignOfLife() {
        watchdog.firstTokenSeen();
        watchdog.waits();
        for (int i = 0; i < 20; i++) {
            advance(9);
            watchdog.served();
            watchdog.waits();
        }
        assertThat(passed).isEmpty();
        assertThat(time.alarms()).isOne();
        advance(10);
        assertThat(passed).containsExactly(Limit.IDLE);
    }

    @Test
    void aReaderThatPausesMakesNobodyLate() {
        watchdog.firstTokenSeen();
        advance(150);
        assertThat(passed).isEmpty();

        watchdog.waits();
        advance(9);
        assertThat(passed).isEmpty();
        advance(1);
        assertThat(passed).containsExactly(Limit.IDLE);
    }

    @Test
    void theTotalTimeCountsWhateverHappens() {
        watchdog.firstTokenSeen();
        advance(199);
        assertThat(passed).isEmpty();
        advance(1);
        assertThat(passed).containsExactly(Limit.TOTAL);
        assertThat(time.alarms()).isZero();
    }

    @Test
    void closingSilencesIt() {
        watchdog.waits();
        watchdog.close();
        assertThat(time.alarms()).isZero();
        advance(1000);
        assertThat(passed).isEmpty();
    }

    @Test
    void manyEventsSetNoAlarmEach() {
        CountingTime counting = new CountingTime();
        try (Watchdog busy = begun(new Watchdog(counting, TIMES, passed::add))) {
            busy.firstTokenSeen();
            for (int i = 0; i < 10_000; i++) {
                busy.waits();
                busy.served();
                counting.manual.advance(Duration.ofMillis(10));
            }
        }
        assertThat(counting.set).isLessThan(40);
        assertThat(passed).isEmpty();
    }

    @Test
    void aLateServerIsHungUpOn() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        RawServer server =
                server(
                        peer -> {
                            try {
                                peer.request().stream().chunk(": wait\n\n").awaitEnd();
                            } finally {
                                hungUp.countDown();
                            }
                        });
        watchdog.close();
        Timeouts endless = Timeouts.DEFAULT.withTotal(Duration.ofDays(36_500));
        Transport transport = transport(server.uri(), ServerSettings.DEFAULT.withTimeouts(endless));
        EventStream stream = transport.open(Call.post(server.uri(), "{}"), new SseDecoder());
        var first = async(stream::next);
        server.awaitRequest();
        while (!first.isDone()) {
            advance(60);
            Thread.onSpinWait();
        }

        assertThatThrownBy(first::join)
                .cause()
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("sent no first token within 600 s, the first-token timeout.");
        assertThat(stream.end()).isEqualTo(StreamEnd.LATE);
        hungUp.await();
    }

    /** Counts the alarms that are set. */
    private static final class CountingTime implements Time {
        private final ManualTime manual = new ManualTime();
        private int set;

        @Override
        public long nanos() {
            return manual.nanos();
        }

        @Override
        public Alarm after(long delayNanos, Runnable task) {
            set++;
            return manual.after(delayNanos, task);
        }
    }
}
