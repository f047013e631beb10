package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.gateway.GatewayLog;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.SpanExport;
import dev.glimprouter.gateway.TraceShow;
import dev.glimprouter.gateway.internal.access.Accounts;
import dev.glimprouter.gateway.internal.access.Ledger;
import dev.glimprouter.gateway.internal.metrics.Metrics;
import dev.glimprouter.gateway.internal.telemetry.Telemetry;
import dev.glimprouter.gateway.internal.telemetry.Tracing;
import dev.glimprouter.gateway.internal.traces.TraceFolder;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** The server while it runs. */
public final class HttpServer implements AutoCloseable {

    private static final int PROLOGUE_BYTES = 4096;

    private final WebServer server;
    private final House house;
    private final Optional<Ledger> ledger;

    private HttpServer(WebServer server, House house, Optional<Ledger> ledger) {
        this.server = server;
        this.house = house;
        this.ledger = ledger;
    }

    /**
     * Starts it.
     *
     * @param local whether only this machine can reach it
     * @throws SetupException if the address cannot be listened at, or a file cannot be used
     */
    public static HttpServer start(
            Offer offer, GatewaySettings settings, boolean local, GatewayLog log) {
        Optional<SSLContext> tls = settings.tls().map(Certificates::context);
        Tracing tracing = settings.spans().map(to -> tracing(to, log)).orElseGet(Tracing::none);
        Optional<Ledger> ledger = Optional.empty();
        try {
            ledger = settings.access().ledger().map(Ledger::open);
            House house = house(offer, settings, ledger, tracing, log);
            return new HttpServer(listen(settings, tls, Routes.of(house, local)), house, ledger);
        } catch (RuntimeException failure) {
            tracing.close();
            ledger.ifPresent(Ledger::close);
            throw failure;
        }
    }

    private static Tracing tracing(SpanExport to, GatewayLog log) {
        return Tracing.open(to, System::getenv, failure -> log.failed("-", failure));
    }

    private static House house(
            Offer offer,
            GatewaySettings settings,
            Optional<Ledger> ledger,
            Tracing tracing,
            GatewayLog log) {
        Admission admission = new Admission(settings.load(), offer.time());
        Metrics metrics = new Metrics();
        metrics.gauge(
                "glimprouter.requests.running", "Requests being answered.", admission::running);
        metrics.gauge("glimprouter.requests.waiting", "Requests in the queue.", admission::waiting);
        return new House(
                new Service(Served.of(offer, settings)),
                new Accounts(ledger, offer.time(), failure -> log.failed("-", failure)),
                admission,
                new Occupants(offer.time()),
                settings.traces().map(show -> folder(show, log)),
                metrics,
                new Telemetry(metrics, tracing, log::ended, offer.time(), Clock.systemUTC()),
                log,
                offer.time());
    }

    private static TraceFolder folder(TraceShow show, GatewayLog log) {
        return TraceFolder.open(
                show.folder(),
                show.keep(),
                Clock.system(ZoneId.systemDefault()),
                failure -> log.failed("-", failure));
    }

    private static WebServer listen(
            GatewaySettings settings, Optional<SSLContext> tls, HttpRouting.Builder routes) {
        Http1Config http =
                Http1Config.builder()
                        .maxHeadersSize(settings.bounds().headerBytes())
                        .maxPrologueLength(PROLOGUE_BYTES)
                        .build();
        WebServerConfig.Builder builder =
                WebServer.builder()
                        .host(settings.host())
                        .port(settings.port())
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .protocolsDiscoverServices(false)
                        .addConnectionSelector(Connections.of(http))
                        .connectionOptions(options -> options.tcpNoDelay(true))
                        .directHandlers(TransportErrors.all())
                        .routing(routes);
        tls.ifPresent(context -> builder.tls(with -> with.sslContext(context)));
        try {
            return builder.build().start();
        } catch (RuntimeException occupied) {
            throw new SetupException(
                    "%s:%d cannot be listened at: name another with --host or --port."
                            .formatted(settings.host(), settings.port()),
                    occupied);
        }
    }

    private GatewaySettings settings() {
        return house.service().now().settings();
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** Where clients find it. */
    public URI address() {
        String host = settings().host();
        return URI.create(
                "%s://%s:%d"
                        .formatted(
                                settings().tls().isPresent() ? "https" : "http",
                                host.contains(":") ? "[" + host + "]" : host,
                                port()));
    }

    /**
     * Serves something else from now on; whatever runs already goes on as it began.
     *
     * @param whenUnused runs once no request needs what was served before
     * @throws RequestException if the settings differ in what holds until the end
     */
    public void replace(Offer offer, GatewaySettings settings, Runnable whenUnused) {
        GatewaySettings old = settings();
        requireSame("serve.host", old.host(), settings.host());
        requireSame("serve.port", old.port(), settings.port());
        requireSame("serve.tls", old.tls(), settings.tls());
        requireSame("serve.drain", old.drain(), settings.drain());
        requireSame("serve.telemetry", old.spans(), settings.spans());
        requireSame("serve.budget-file", old.access().ledger(), settings.access().ledger());
        requireSame(
                "serve.traces.folder",
                old.traces().map(TraceShow::folder),
                settings.traces().map(TraceShow::folder));
        house.service().replace(Served.of(offer, settings), whenUnused);
        house.admission().change(settings.load());
        settings.traces().map(TraceShow::keep).ifPresent(house::keepTraces);
        house.metrics().reloaded(true);
    }

    private static void requireSame(String key, Object old, Object now) {
        if (!old.equals(now)) {
            throw new RequestException(key + " holds until the gateway is started again.");
        }
    }

    /** Settings were not taken: what was served is served on. */
    public void refusedReplacement() {
        house.metrics().reloaded(false);
    }

    /**
     * Takes no more requests, and waits for those that are there; whether all ended by themselves.
     */
    public boolean drain() {
        return house.occupants().leaveWithin(settings().drain());
    }

    @Override
    public void close() {
        house.occupants().leaveWithin(Duration.ZERO);
        server.stop();
        house.telemetry().tracing().close();
        ledger.ifPresent(Ledger::close);
    }
}
