package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.gateway.GatewaySettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Where the gateway listens, and for how many. */
final class GatewayOptions {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Listen at this address (default: 127.0.0.1). Others than the loopback need"
                            + " keys.")
    @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen at this port, 0 for any free one (default: 8080).")
    @Nullable Integer port;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "Answer so many requests at a time; more of them wait (default: 2 where a"
                            + " model runs in-process, else 64).")
    @Nullable Integer parallel;

    /** The same with what is written here. */
    GatewaySettings over(GatewaySettings file) {
        GatewaySettings settings = host == null ? file : file.withHost(host);
        try {
            return port == null ? settings : settings.withPort(port);
        } catch (IllegalArgumentException range) {
            throw new RequestException("--port: " + range.getMessage(), range);
        }
    }
}
