package dev.glimprouter.openai.internal.http;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

import java.util.Locale;
import java.util.Optional;

/**
 * What a reply begins with.
 *
 * @param status the HTTP status
 * @param headers the reply's headers
 */
record Head(int status, MessageHeaders headers) {

    boolean ok() {
        return status / 100 == 2;
    }

    /** The first header of a name, without the space around it; empty if there is none. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip);
    }

    /** The kind of the body without its parameters, in lower case; empty if it is not told. */
    String mediaType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
