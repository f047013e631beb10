package dev.glimprouter.openai.internal.http;

import dev.glimprouter.error.RequestException;

import java.net.URI;
import java.util.Locale;

/** Servers by scheme, host and port: how messages name them, and whom a key may go to. */
final class Origin {

    private Origin() {}

    /** The server of an address. */
    static String of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        boolean plain = uri.getPort() < 0 || uri.getPort() == defaultPort;
        return scheme + "://" + host + (plain ? "" : ":" + uri.getPort());
    }

    /**
     * Checks an address that the user gave.
     *
     * @return the server of it
     */
    static String checked(URI uri) {
        if (uri.getRawUserInfo() != null) {
            throw new RequestException(
                    "An address of a server holds no user and password: name a key instead.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new RequestException(
                    "%s is no address of a server: http://host:port is wanted, with letters, digits, dots and hyphens in the host."
                            .formatted(uri));
        }
        return of(uri);
    }
}
