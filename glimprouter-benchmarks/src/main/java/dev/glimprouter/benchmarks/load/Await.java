package dev.glimprouter.benchmarks.load;

import java.io.IOException;
import java.time.Duration;

/** Waits until something holds. */
final class Await {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private Await() {}

    /** Something that may come to hold. */
    @FunctionalInterface
    interface Fact {
        boolean holds() throws IOException;
    }

    /** Looks ten times a second; whether it held in time. */
    static boolean that(Duration most, Fact fact) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!fact.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PERIOD);
        }
        return true;
    }
}
