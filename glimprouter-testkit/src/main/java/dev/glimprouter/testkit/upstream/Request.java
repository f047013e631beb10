package dev.glimprouter.testkit.upstream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param order how many requests the server had received before
 * @param connection how many connections the server had accepted before the one it came on
 * @param method such as {@code POST}
 * @param target path with query, as written
 * @param headers all lines, in order
 * @param body its bytes, out of their transfer coding; not copied
 * @param nanos when it had been read whole, by the server's clock
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire, which nobody compares or changes
public record Request(
        int order,
        int connection,
        String method,
        String target,
        List<Header> headers,
        byte[] body,
        long nanos) {

    /** Copies the headers. */
    public Request {
        headers = List.copyOf(headers);
    }

    /** The target without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All values of a header in order, whatever the case of its name. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the connection is to stay open after the answer. */
    boolean keepsAlive() {
        return !header("Connection").orElse("").toLowerCase(Locale.ROOT).contains("close");
    }
}
