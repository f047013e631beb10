package dev.glimprouter.testkit.upstream;

import dev.glimprouter.testkit.ManualTime;

/** How a server lets time pass. Used by several connections at the same time. */
@FunctionalInterface
public interface Pacer {

    /** Returns when so many nanoseconds have passed; an interrupt ends it early. */
    void pause(long nanos) throws InterruptedException;

    /** The pacer of one reply, which begins now. */
    default Pacer ofReply() {
        return this;
    }

    /**
     * Real time, for demonstrations and measurements: not for tests. Within a reply each pause ends
     * when all pauses so far together are over, so that sending takes nothing of a model's time.
     */
    static Pacer real() {
        return new RealPacer(System.nanoTime());
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
