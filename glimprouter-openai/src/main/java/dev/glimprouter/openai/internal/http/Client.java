package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.ServerSettings;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import java.net.ProxySelector;
import java.net.Socket;

import javax.net.ssl.SSLContext;

/**
 * The HTTP client: HTTP/1.1 only, nothing but what was asked for (no redirects, cookies,
 * compression or upgrades), any number of connections.
 *
 * <p>It blocks the thread that waits, which is cheap on a virtual one, and costs less than half the
 * time of the JDK's client, whose replies come by way of other threads.
 */
final class Client {

    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);

    /** Of three buffers that each connection has; a streamed event is some hundred bytes. */
    private static final int BUFFER_BYTES = 4 << 10;

    private static final int LONGEST_LINE = 64 << 10;
    private static final int MOST_HEADERS = 1000;

    private static final Http1Config LINES =
            Http1Config.custom()
                    .setBufferSize(BUFFER_BYTES)
                    .setMaxLineLength(LONGEST_LINE)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build();

    private Client() {}

    /** A client with the user's certificates. */
    static CloseableHttpClient of(ServerSettings settings) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings))
                .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
                .setDefaultRequestConfig(
                        RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
                .setUserAgent("glimprouter")
                .evictIdleConnections(LONGEST_IDLE)
                .disableRedirectHandling()
                .setRetryStrategy(new OnceMore())
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    private static HttpClientConnectionManager connections(ServerSettings settings) {
        ConnectionConfig connection =
                ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.timeouts().connect()))
                        .setSocketTimeout(Timeout.DISABLED)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build();
        return new Interruptible()
                .setConnectionFactory(
                        new Connections(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(LINES)
                                        .responseParserFactory(new Link.Heads(LINES))
                                        .build()))
                .setTlsSocketStrategy(tls(settings))
                .setDefaultConnectionConfig(connection)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .setMaxConnTotal(Integer.MAX_VALUE)
                .build();
    }

    /** What Java trusts is loaded when it is needed, which takes a while. */
    private static TlsSocketStrategy tls(ServerSettings settings) {
        return settings.authority()
                .map(file -> tls(Trust.with(file)))
                .orElseGet(
                        () ->
                                (socket, host, port, attachment, context) ->
                                        tls(Trust.ofJava())
                                                .upgrade(socket, host, port, attachment, context));
    }

    private static TlsSocketStrategy tls(SSLContext trusting) {
        return new DefaultClientTlsStrategy(trusting, HostnameVerificationPolicy.BUILTIN, null);
    }

    /**
     * Connections by channels, which an interrupt of their thread closes, of whatever kind it is.
     */
    private static final class Interruptible extends PoolingHttpClientConnectionManagerBuilder {
        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    proxy -> proxy == null ? Link.channel().socket() : new Socket(proxy),
                    ports,
                    names,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }
    }
}
