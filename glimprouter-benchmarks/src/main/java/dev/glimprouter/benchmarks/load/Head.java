package dev.glimprouter.benchmarks.load;

import java.util.Map;
import java.util.Optional;

/**
 * What a reply begins with.
 *
 * @param status HTTP status
 * @param headers by their names in small letters
 */
record Head(int status, Map<String, String> headers) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isChunked() {
        return header("transfer-encoding").filter("chunked"::equals).isPresent();
    }

    int length() {
        return header("content-length").map(Integer::parseInt).orElse(0);
    }

    boolean isStream() {
        return header("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }
}
