package dev.glimprouter.engine;

import dev.glimprouter.error.RequestException;

import java.time.Duration;

/**
 * How long one waits for a server.
 *
 * @param connect for the connection
 * @param firstToken from the request to the first token: queue and prefill included
 * @param idle between two pieces of a stream
 * @param total for one whole stream
 */
public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {

    /** 10 s to connect, 10 min to the first token, 2 min between pieces, 1 h in all. */
    public static final Timeouts DEFAULT =
            new Timeouts(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(2),
                    Duration.ofHours(1));

    /** Checks ranges. */
    public Timeouts {
        requirePositive("connect", connect);
        requirePositive("first-token", firstToken);
        requirePositive("idle", idle);
        requirePositive("total", total);
    }

    private static void requirePositive(String name, Duration time) {
        if (!time.isPositive()) {
            throw new RequestException(
                    "The %s timeout must be longer than zero, not %s.".formatted(name, time));
        }
    }

    /** The same with another time to connect. */
    public Timeouts withConnect(Duration time) {
        return new Timeouts(time, firstToken, idle, total);
    }

    /** The same with another time to the first token. */
    public Timeouts withFirstToken(Duration time) {
        return new Timeouts(connect, time, idle, total);
    }

    /** The same with another time between two pieces. */
    public Timeouts withIdle(Duration time) {
        return new Timeouts(connect, firstToken, time, total);
    }

    /** The same with another time for a whole stream. */
    public Timeouts withTotal(Duration time) {
        return new Timeouts(connect, firstToken, idle, time);
    }
}
