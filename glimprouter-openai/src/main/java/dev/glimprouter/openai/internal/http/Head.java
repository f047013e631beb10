package dev.glimprouter.openai.internal.http;

import java.net.http.HttpHeaders;
import java.util.Locale;

/**
 * What a reply begins with.
 *
 * @param status the HTTP status
 * @param headers the reply's headers
 */
record Head(int status, HttpHeaders headers) {

    boolean ok() {
        return status / 100 == 2;
    }

    /** The kind of the body without its parameters, in lower case; empty if it is not told. */
    String mediaType() {
        String type = headers.firstValue("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
