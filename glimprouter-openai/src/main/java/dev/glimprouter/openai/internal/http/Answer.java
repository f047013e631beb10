package dev.glimprouter.openai.internal.http;

import java.net.http.HttpHeaders;

/**
 * A whole reply.
 *
 * @param status the HTTP status
 * @param headers the reply's headers
 * @param text the body
 * @param whole whether that is all of it: of a refusal only the first 64 KiB are kept
 */
public record Answer(int status, HttpHeaders headers, String text, boolean whole) {

    /** Whether the server did what it was asked. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** Says what came without showing it: a server may send back what it was sent. */
    @Override
    public String toString() {
        return "HTTP %d, %d characters".formatted(status, text.length());
    }
}
