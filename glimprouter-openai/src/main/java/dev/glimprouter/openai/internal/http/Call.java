package dev.glimprouter.openai.internal.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one asks of a server.
 *
 * @param method GET or POST
 * @param uri where
 * @param headers beside those that the transport sets itself
 * @param body what is sent; empty for none
 */
public record Call(String method, URI uri, Map<String, String> headers, String body) {

    /**
     * The key is the transport's to send, and llama-server goes on writing after we hang up where
     * it sees the other one.
     */
    private static final Set<String> REFUSED = Set.of("authorization", "x-conversation-id");

    /** Copies the headers. */
    public Call {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
        for (String name : headers.keySet()) {
            if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the header " + name + " is never sent");
            }
        }
    }

    /** Asks for what is there. */
    public static Call get(URI uri) {
        return new Call("GET", uri, Map.of(), "");
    }

    /** Sends JSON. */
    public static Call post(URI uri, String json) {
        return new Call("POST", uri, Map.of("Content-Type", "application/json"), json);
    }

    /** The same with more headers. */
    public Call withHeaders(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Call(method, uri, more, body);
    }

    @Override
    public String toString() {
        return "%s %s, %d characters".formatted(method, uri, body.length());
    }
}
