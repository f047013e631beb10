package dev.glimprouter.openai.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Retries;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.time.Cancellation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

class BackoffTest extends HttpTestBase {

    private final RetryableException failure = new RetryableException("busy");
    private final Cancellation stop = new Cancellation();

    private Backoff backoff(int most, long longestSeconds) {
        return backoff(most, longestSeconds, 1);
    }

    private Backoff backoff(int most, long longestSeconds, long seed) {
        Retries retries =
                new Retries(most, Duration.ofMillis(500), Duration.ofSeconds(longestSeconds));
        return new Backoff(retries, new SplittableRandom(seed), time, stop);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pausesDoubleAndSpread(long seed) {
        Backoff backoff = backoff(6, 3, seed);
        for (long whole : new long[] {500, 1000, 2000, 3000, 3000, 3000}) {
            assertThat(backoff.after(failure).orElseThrow())
                    .isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
        }
        assertThat(backoff.after(failure)).isEmpty();
    }

    @Test
    void aServersWishCountsWhereItIsLonger() {
        Backoff backoff = backoff(3, 30);
        assertThat(backoff.after(wishing(0)).orElseThrow()).isLessThan(Duration.ofSeconds(1));
        assertThat(backoff.after(wishing(7))).contains(Duration.ofSeconds(7));
        assertThat(backoff.after(wishing(999))).contains(Duration.ofSeconds(30));
    }

    private static RetryableException wishing(long seconds) {
        Details details = Details.of("s", 503).withRetryAfter(Duration.ofSeconds(seconds));
        return new RetryableException("busy", details, null);
    }

    @Test
    void noRetriesMeanNone() {
        Backoff none = new Backoff(Retries.NONE, new SplittableRandom(1), time, stop);
        assertThat(none.after(failure)).isEmpty();
    }

    @Test
    void triesUntilItSucceeds() {
        AtomicInteger tries = new AtomicInteger();

        assertThat(backoff(3, 30).call(() -> thirdTime(tries))).isEqualTo("done");

        assertThat(tries).hasValue(3);
        assertThat(Duration.ofNanos(time.nanos()))
                .isBetween(Duration.ofMillis(250 + 500), Duration.ofMillis(500 + 1000));
    }

    private String thirdTime(AtomicInteger tries) {
        if (tries.incrementAndGet() < 3) {
            throw failure;
        }
        return "done";
    }

    @Test
    void theLastFailureIsThrown() {
        assertThatThrownBy(() -> backoff(1, 30).call(() -> thirdTime(new AtomicInteger())))
                .isSameAs(failure);
    }

    @Test
    void aStopRequestEndsThePause() {
        stop.cancel();

        assertThatThrownBy(() -> backoff(1, 30).pause(Duration.ofSeconds(1)))
                .isInstanceOf(CancelledException.class);
        assertThat(time.nanos()).isZero();
    }
}
