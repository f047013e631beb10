package dev.glimprouter.gateway;

import java.time.Duration;
import java.util.Objects;

/**
 * How a gateway is to be run.
 *
 * @param host name or address to listen at
 * @param port port to listen at, 0 for any free one
 * @param bounds how large a request may be
 * @param load how many requests are taken
 * @param keepAlive after how long a silent stream gets a comment
 * @param drain how long requests may go on once the gateway is to end
 * @param keys who may come in
 */
public record GatewaySettings(
        String host,
        int port,
        Bounds bounds,
        Load load,
        Duration keepAlive,
        Duration drain,
        ApiKeys keys) {

    /** On the loopback, at port 8080, for everybody there. */
    public static final GatewaySettings DEFAULT =
            new GatewaySettings(
                    "127.0.0.1",
                    8080,
                    Bounds.DEFAULT,
                    Load.DEFAULT,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    ApiKeys.NONE);

    private static final int MOST_PORTS = 65_535;

    /** Checks ranges. */
    public GatewaySettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(bounds, "bounds");
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(keys, "keys");
        if (port < 0 || port > MOST_PORTS) {
            throw new IllegalArgumentException("a port lies in 0 to 65535, not " + port + ".");
        }
        if (!keepAlive.isPositive() || drain.isNegative()) {
            throw new IllegalArgumentException(
                    "the time between comments must be positive, the time to drain not negative.");
        }
    }

    /** The same at another address. */
    public GatewaySettings withHost(String newHost) {
        return new GatewaySettings(newHost, port, bounds, load, keepAlive, drain, keys);
    }

    /** The same at another port. */
    public GatewaySettings withPort(int newPort) {
        return new GatewaySettings(host, newPort, bounds, load, keepAlive, drain, keys);
    }

    /** The same within other bounds. */
    public GatewaySettings withBounds(Bounds newBounds) {
        return new GatewaySettings(host, port, newBounds, load, keepAlive, drain, keys);
    }

    /** The same for another load. */
    public GatewaySettings withLoad(Load newLoad) {
        return new GatewaySettings(host, port, bounds, newLoad, keepAlive, drain, keys);
    }

    /** The same with another time between comments. */
    public GatewaySettings withKeepAlive(Duration time) {
        return new GatewaySettings(host, port, bounds, load, time, drain, keys);
    }

    /** The same with another time to drain. */
    public GatewaySettings withDrain(Duration time) {
        return new GatewaySettings(host, port, bounds, load, keepAlive, time, keys);
    }

    /** The same for other keys. */
    public GatewaySettings withKeys(ApiKeys newKeys) {
        return new GatewaySettings(host, port, bounds, load, keepAlive, drain, newKeys);
    }
}
