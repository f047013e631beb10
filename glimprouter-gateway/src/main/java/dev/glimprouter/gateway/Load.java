package dev.glimprouter.gateway;

import java.time.Duration;

/**
 * How many requests a gateway takes.
 *
 * @param parallel how many are answered at the same time
 * @param queue how many more may wait for their turn
 * @param patience how long each of them may wait
 */
public record Load(int parallel, int queue, Duration patience) {

    /** One at a time, 64 waiting, a minute at most. */
    public static final Load DEFAULT = new Load(1, 64, Duration.ofMinutes(1));

    /** Checks ranges. */
    public Load {
        if (parallel < 1 || queue < 0 || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "at least one request at a time, a queue of 0 or more, a positive patience.");
        }
    }

    /** The same with so many at the same time. */
    public Load withParallel(int count) {
        return new Load(count, queue, patience);
    }

    /** The same with so many waiting. */
    public Load withQueue(int count) {
        return new Load(parallel, count, patience);
    }

    /** The same with another wait. */
    public Load withPatience(Duration time) {
        return new Load(parallel, queue, time);
    }
}
