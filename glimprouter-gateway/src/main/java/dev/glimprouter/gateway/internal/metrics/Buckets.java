package dev.glimprouter.gateway.internal.metrics;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Upper bounds of histograms. Those of OpenTelemetry's conventions where there are some, longer
 * where a reasoning takes longer.
 */
final class Buckets {

    /** Of whole requests: doubling from 10 ms to five and a half minutes. */
    static final Duration[] REQUESTS =
            IntStream.rangeClosed(0, 15)
                    .mapToObj(power -> Duration.ofMillis(10L << power))
                    .toArray(Duration[]::new);

    /** Of the time to the first text. */
    static final Duration[] WAITS =
            millis(
                    1, 5, 10, 20, 40, 60, 80, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000,
                    30_000, 60_000);

    /** Of the time for one token. */
    static final Duration[] PER_TOKEN =
            millis(10, 25, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 2500);

    /** Of steps. */
    static final Duration[] STEPS =
            millis(10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000);

    /** Of tokens: powers of 4 up to 67 million. */
    static final double[] TOKENS =
            IntStream.rangeClosed(0, 13).mapToDouble(power -> Math.pow(4, power)).toArray();

    /** Of shares. */
    static final double[] SHARES = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1};

    /** Of entropies in nats. */
    static final double[] NATS = {0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5};

    private Buckets() {}

    private static Duration[] millis(long... all) {
        return LongStream.of(all).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
