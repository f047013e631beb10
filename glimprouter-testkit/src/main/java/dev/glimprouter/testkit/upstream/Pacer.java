package dev.glimprouter.testkit.upstream;

import dev.glimprouter.testkit.ManualTime;

import java.time.Duration;

/** How a server lets time pass. Used by several connections at the same time. */
@FunctionalInterface
public interface Pacer {

    /** Returns when so many nanoseconds have passed; an interrupt ends it early. */
    void pause(long nanos) throws InterruptedException;

    /** Real time, for demonstrations and measurements: not for tests. */
    static Pacer real() {
        return nanos -> Thread.sleep(Duration.ofNanos(nanos));
    }

    /** Passes over all pauses. */
    static Pacer none() {
        return _ -> {};
    }

    /** Moves this clock. */
    static Pacer manual(ManualTime time) {
        return time::advance;
    }

    /** The pause before each token of a stream with so many tokens a second. */
    static Act.Pause tokensPerSecond(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("a rate must be positive: " + rate);
        }
        return new Act.Pause((long) (1e9 / rate));
    }
}
