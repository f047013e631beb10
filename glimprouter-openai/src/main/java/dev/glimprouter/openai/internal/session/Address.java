package dev.glimprouter.openai.internal.session;

import java.net.URI;

/** Base URLs of servers, and the routes under them. */
public final class Address {

    private static final String VERSION = "/v1";

    private Address() {}

    /**
     * The base without a slash at its end, and without the version that every route names itself.
     */
    public static URI base(URI given) {
        String text = given.toString().replaceFirst("/+$", "");
        return URI.create(
                text.endsWith(VERSION)
                        ? text.substring(0, text.length() - VERSION.length())
                        : text);
    }

    /** A route of a server. */
    public static URI of(URI base, String path) {
        return URI.create(base + path);
    }
}
