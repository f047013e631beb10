package dev.glimprouter.benchmarks.load;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** Reads one reply to its end. */
final class Caller {

    private static final String DATA = "data: ";
    private static final int OK = 200;

    private Caller() {}

    /** A reply, and the head it came under. */
    record Reply(Head head, Told told) {

        /** What became of the request. */
        String words() {
            String by = head.status() == OK ? "event " : head.status() + " ";
            return told.error().map(code -> by + code).orElse("whole");
        }
    }

    /** Reads a reply. */
    static Reply read(Wire wire) throws IOException {
        return read(wire, _ -> {});
    }

    /**
     * Reads a reply.
     *
     * @param heard gets the number of each event of a stream, from 0; may throw to leave
     */
    static Reply read(Wire wire, IntConsumer heard) throws IOException {
        Head head = wire.head();
        InputStream body = wire.body(head);
        return new Reply(
                head,
                head.isStream()
                        ? stream(body, heard)
                        : Listening.whole(JsonMapper.shared().readTree(body.readAllBytes())));
    }

    private static Told stream(InputStream body, IntConsumer heard) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 512);
        Listening listening = new Listening();
        int events = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DATA)) {
                listening.hear(line.substring(DATA.length()));
                heard.accept(events++);
            }
        }
        return listening.told();
    }
}
