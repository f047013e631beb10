package dev.glimprouter.testkit.upstream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One thing that the server does on a connection. */
public sealed interface Act {

    /** Writes the status line and the headers, and says how the body is framed. */
    record Head(int status, String reason, List<Header> headers, Framing framing) implements Act {
        /** Copies the headers. */
        public Head {
            headers = List.copyOf(headers);
        }

        Head with(Header header) {
            List<Header> more = new ArrayList<>(headers);
            more.add(header);
            return new Head(status, reason, more, framing);
        }
    }

    /**
     * Writes bytes just as they are, outside all framing.
     *
     * @param bytes not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes of the wire, which nobody compares
    record Raw(byte[] bytes) implements Act {
        /** Text as UTF-8. */
        public static Raw of(String text) {
            return new Raw(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes a part of the body.
     *
     * @param bytes not copied
     * @param cuts positions in ascending order at which the bytes are split; each piece is flushed
     *     alone
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes of the wire, which nobody compares
    record Body(byte[] bytes, List<Integer> cuts) implements Act {
        /** Checks and copies the positions. */
        public Body {
            cuts = List.copyOf(cuts);
            int last = 0;
            for (int cut : cuts) {
                if (cut < last || cut > bytes.length) {
                    throw new IllegalArgumentException(
                            "cuts must ascend within 0 to " + bytes.length + ": " + cuts);
                }
                last = cut;
            }
        }

        /** Text as UTF-8, split at these positions of its bytes. */
        public static Body of(String text, Integer... cuts) {
            return new Body(text.getBytes(StandardCharsets.UTF_8), List.of(cuts));
        }
    }

    /**
     * Writes one message of a stream, framing included: an event, a comment or a JSON line.
     *
     * @param text as UTF-8
     * @param tokens how many tokens it delivers, for counting
     */
    record Event(String text, int tokens) implements Act {
        /** An event without tokens whose data is this. */
        public static Event of(String data) {
            return new Event("data: " + data + "\n\n", 0);
        }
    }

    /** Lets time pass, by the server's pacer. */
    record Pause(long nanos) implements Act {
        /** Checks the range. */
        public Pause {
            if (nanos < 0) {
                throw new IllegalArgumentException("a pause must not be negative: " + nanos);
            }
        }

        /** A pause of this length. */
        public static Pause of(Duration length) {
            return new Pause(length.toNanos());
        }
    }

    /** Waits until a test lets it pass. */
    record Wait(Gate gate) implements Act {}

    /** Runs something on the connection's thread. */
    record Run(Runnable action) implements Act {}

    /** Breaks the connection off. */
    record Break(Cut how) implements Act {}

    /**
     * Ends the response as its framing demands.
     *
     * <p>A client that goes away when only this is left has not aborted anything.
     */
    record End() implements Act {}
}
