package dev.glimprouter.openai.internal.session;

import java.net.URI;

/** Base URLs of servers, and the routes under them. */
final class Address {

    private static final String VERSION = "/v1";

    private Address() {}

    /**
     * The base without a slash at its end, and without the version that every route names itself.
     */
    static URI base(URI given) {
        String text = given.toString().replaceFirst("/+$", "");
        return URI.create(
                text.endsWith(VERSION)
                        ? text.substring(0, text.length() - VERSION.length())
                        : text);
    }

    /** A route of a server. */
    static URI of(URI base, String path) {
        return URI.create(base + path);
    }
}
