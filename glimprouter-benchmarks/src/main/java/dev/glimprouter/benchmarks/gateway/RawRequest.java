package dev.glimprouter.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as a server has read it.
 *
 * @param head the first line and the headers
 * @param body its text
 */
record RawRequest(String head, String body) {

    private static final int MOST_HEAD = 1 << 14;
    private static final String END = "\r\n\r\n";

    /** The next one; empty once the client has gone. */
    static Optional<RawRequest> read(InputStream in) throws IOException {
        byte[] bytes = new byte[MOST_HEAD];
        int size = 0;
        int end = -1;
        while (end < 0) {
            int more = size == MOST_HEAD ? -1 : in.read(bytes, size, MOST_HEAD - size);
            if (more < 0) {
                return Optional.empty();
            }
            size += more;
            end = new String(bytes, 0, size, StandardCharsets.ISO_8859_1).indexOf(END);
        }
        String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        int begun = end + END.length();
        int length = header(head, "content-length").map(Integer::parseInt).orElse(0);
        byte[] body = Arrays.copyOfRange(bytes, begun, begun + length);
        int there = Math.min(length, size - begun);
        in.readNBytes(body, there, length - there);
        return Optional.of(new RawRequest(head, new String(body, StandardCharsets.UTF_8)));
    }

    String path() {
        return head.split(" ", 3)[1];
    }

    /** The value of a header, whose name is in small letters. */
    Optional<String> header(String name) {
        return header(head, name);
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
