package dev.glimprouter.models.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last answer behind a chain of redirects.
 *
 * @param response its head and body
 * @param sha256 the content's checksum, as the hub itself states it for large files
 */
record HubAnswer(HttpResponse<InputStream> response, Optional<String> sha256)
        implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+)");
    private static final Pattern QUOTED_SHA256 = Pattern.compile("\"?([0-9a-f]{64})\"?");

    /** The checksum in the hub's own header; other files have a git hash there. */
    static Optional<String> linkedSha256(HttpHeaders headers) {
        return headers.firstValue("X-Linked-ETag")
                .map(QUOTED_SHA256::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    int status() {
        return response.statusCode();
    }

    /** Where the body begins in the file, for a partial answer. */
    OptionalLong rangeStart() {
        return rangeGroup(1);
    }

    /** Length of the whole file in bytes. */
    OptionalLong totalBytes() {
        return status() == 200
                ? response.headers().firstValueAsLong("Content-Length")
                : rangeGroup(2);
    }

    /** The tag that a later request may continue with; weak ones do not promise equal bytes. */
    Optional<String> strongTag() {
        return response.headers().firstValue("ETag").filter(tag -> tag.startsWith("\""));
    }

    private OptionalLong rangeGroup(int group) {
        Matcher matcher = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
        return matcher.matches() && matcher.group(group) != null
                ? OptionalLong.of(Long.parseLong(matcher.group(group)))
                : OptionalLong.empty();
    }

    @Override
    public void close() throws BrokenTransfer {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new BrokenTransfer(e);
        }
    }
}
