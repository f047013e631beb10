package dev.glimprouter.gateway;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a gateway is to be run.
 *
 * @param host name or address to listen at
 * @param port port to listen at, 0 for any free one
 * @param tls certificate and key; empty for plain HTTP
 * @param bounds how large a request may be
 * @param load how many requests are taken
 * @param keepAlive after how long a silent stream gets a comment
 * @param drain how long requests may go on once the gateway is to end
 * @param access who may come in, and how often
 * @param traces where traces are kept and shown; empty for nowhere
 * @param spans where spans are sent; empty for nowhere
 */
public record GatewaySettings(
        String host,
        int port,
        Optional<TlsFiles> tls,
        Bounds bounds,
        Load load,
        Duration keepAlive,
        Duration drain,
        Access access,
        Optional<TraceShow> traces,
        Optional<SpanExport> spans) {

    /** On the loopback, at port 8080, for everybody there. */
    public static final GatewaySettings DEFAULT =
            new GatewaySettings(
                    "127.0.0.1",
                    8080,
                    Optional.empty(),
                    Bounds.DEFAULT,
                    Load.DEFAULT,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Access.FREE,
                    Optional.empty(),
                    Optional.empty());

    private static final int MOST_PORTS = 65_535;

    /** Checks ranges. */
    public GatewaySettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(bounds, "bounds");
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(access, "access");
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
        return with(draft -> draft.host = newHost);
    }

    /** The same at another port. */
    public GatewaySettings withPort(int newPort) {
        return with(draft -> draft.port = newPort);
    }

    /** The same with a certificate. */
    public GatewaySettings withTls(TlsFiles files) {
        return with(draft -> draft.tls = Optional.of(files));
    }

    /** The same within other bounds. */
    public GatewaySettings withBounds(Bounds newBounds) {
        return with(draft -> draft.bounds = newBounds);
    }

    /** The same for another load. */
    public GatewaySettings withLoad(Load newLoad) {
        return with(draft -> draft.load = newLoad);
    }

    /** The same with another time between comments. */
    public GatewaySettings withKeepAlive(Duration time) {
        return with(draft -> draft.keepAlive = time);
    }

    /** The same with another time to drain. */
    public GatewaySettings withDrain(Duration time) {
        return with(draft -> draft.drain = time);
    }

    /** The same for others. */
    public GatewaySettings withAccess(Access newAccess) {
        return with(draft -> draft.access = newAccess);
    }

    /** The same for whoever has one of these keys. */
    public GatewaySettings withKeys(ApiKeys keys) {
        return withAccess(access.withKeys(keys));
    }

    /** The same with traces. */
    public GatewaySettings withTraces(TraceShow show) {
        return with(draft -> draft.traces = Optional.of(show));
    }

    /** The same with spans. */
    public GatewaySettings withSpans(SpanExport to) {
        return with(draft -> draft.spans = Optional.of(to));
    }

    private GatewaySettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The settings while one of them is changed. */
    private static final class Draft {
        private String host;
        private int port;
        private Optional<TlsFiles> tls;
        private Bounds bounds;
        private Load load;
        private Duration keepAlive;
        private Duration drain;
        private Access access;
        private Optional<TraceShow> traces;
        private Optional<SpanExport> spans;

        Draft(GatewaySettings from) {
            host = from.host;
            port = from.port;
            tls = from.tls;
            bounds = from.bounds;
            load = from.load;
            keepAlive = from.keepAlive;
            drain = from.drain;
            access = from.access;
            traces = from.traces;
            spans = from.spans;
        }

        GatewaySettings done() {
            return new GatewaySettings(
                    host, port, tls, bounds, load, keepAlive, drain, access, traces, spans);
        }
    }
}
