package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Retries;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The tries of one request and the pauses between them, as {@link Retries} describes them.
 *
 * <p>For one thread.
 */
public final class Backoff {

    private final Retries retries;
    private final RandomGenerator random;
    private final Time time;
    private final Cancellation stop;
    private int failed;

    /**
     * No try has failed yet.
     *
     * @param random spreads the pauses, so that those who failed together do not come together
     * @param stop ends a pause; a question's own, or one that a closing session makes
     */
    public Backoff(Retries retries, RandomGenerator random, Time time, Cancellation stop) {
        this.retries = retries;
        this.random = random;
        this.time = time;
        this.stop = stop;
    }

    /** Counts a failed try: the pause before the next one; empty if there shall be none. */
    public Optional<Duration> after(RetryableException failure) {
        if (failed == retries.most()) {
            return Optional.empty();
        }
        failed++;
        long own = grown();
        long spread = own - own / 2 + random.nextLong(own / 2 + 1);
        Duration asked = failure.details().retryAfter().orElse(Duration.ZERO);
        Duration pause = Duration.ofNanos(spread);
        pause = asked.compareTo(pause) > 0 ? asked : pause;
        return Optional.of(pause.compareTo(retries.longest()) > 0 ? retries.longest() : pause);
    }

    /**
     * Waits.
     *
     * @throws CancelledException if the stop request is made, or the thread is interrupted (which
     *     stays set)
     */
    public void pause(Duration length) {
        if (!time.pause(length.toNanos(), stop)) {
            throw new CancelledException("The request was cancelled before another try.");
        }
    }

    /**
     * Does something until it succeeds, fails for good, or has failed too often.
     *
     * @throws RetryableException the last failure
     * @throws CancelledException as {@link #pause}
     */
    public <T> T call(Supplier<T> action) {
        while (true) {
            try {
                return action.get();
            } catch (RetryableException failure) {
                pause(after(failure).orElseThrow(() -> failure));
            }
        }
    }

    private long grown() {
        long longest = retries.longest().toNanos();
        long pause = retries.first().toNanos();
        for (int i = 1; i < failed && pause < longest; i++) {
            pause = pause > longest / 2 ? longest : 2 * pause;
        }
        return pause;
    }
}
