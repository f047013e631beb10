package dev.glimprouter.testkit.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All that a server does in answer to one request.
 *
 * <p>A play that runs out without {@link Act.End} or {@link Act.Break} leaves the connection open
 * for the next request, whatever the client may still expect. Immutable; each use starts from its
 * beginning, unless its acts say otherwise.
 *
 * @param acts in order, possibly without end
 * @param limit where it breaks off
 * @param pieceBytes most bytes of a body written at once; 0 for no limit
 */
public record Play(Iterable<Act> acts, Optional<Limit> limit, int pieceBytes) {

    /**
     * Where a play breaks off.
     *
     * @param bytes how many bytes of the wire go out after the head
     * @param how what happens then
     */
    public record Limit(long bytes, Cut how) {
        /** Checks the range. */
        public Limit {
            if (bytes < 0) {
                throw new IllegalArgumentException("a limit must not be negative: " + bytes);
            }
        }
    }

    /** Does just this. */
    public static Play of(Act... acts) {
        return of(List.of(acts));
    }

    /** Does just this. */
    public static Play of(Iterable<Act> acts) {
        return new Play(acts, Optional.empty(), 0);
    }

    /** Answers with a body of known length. */
    public static Play response(int status, String type, String body, Header... more) {
        List<Header> headers = new ArrayList<>();
        if (!type.isEmpty()) {
            headers.add(new Header("Content-Type", type));
        }
        headers.addAll(List.of(more));
        headers.add(new Header("Content-Length", "" + body.getBytes(UTF_8).length));
        return of(
                new Act.Head(status, reason(status), headers, Framing.LENGTH),
                Act.Body.of(body),
                new Act.End());
    }

    /** Answers with JSON of known length. */
    public static Play json(int status, String json, Header... more) {
        return response(status, "application/json", json, more);
    }

    /** Answers with good framing, but with only the first half of the JSON. */
    public static Play halfJson(int status, String json) {
        return json(status, json.substring(0, json.length() / 2));
    }

    /** Streams events with these data under status 200. */
    public static Play events(Framing framing, String... data) {
        List<Act> acts = new ArrayList<>();
        acts.add(streamHead("text/event-stream; charset=utf-8", framing));
        for (String one : data) {
            acts.add(Act.Event.of(one));
        }
        acts.add(new Act.End());
        return of(acts);
    }

    /** Never answers. */
    public static Play silence() {
        return of(new Act.Break(Cut.STALL));
    }

    /** Breaks the connection off instead of answering. */
    public static Play broken(Cut how) {
        return of(new Act.Break(how));
    }

    /** The head of a stream under status 200; with a length, add the header by hand. */
    public static Act.Head streamHead(String type, Framing framing) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", type));
        switch (framing) {
            case CHUNKED -> headers.add(new Header("Transfer-Encoding", "chunked"));
            case CLOSE -> headers.add(new Header("Connection", "close"));
            case LENGTH -> {}
        }
        return new Act.Head(200, reason(200), headers, framing);
    }

    /** The same, breaking off after so many bytes of the wire after the head. */
    public Play cutAt(long bytes, Cut how) {
        return new Play(acts, Optional.of(new Limit(bytes, how)), pieceBytes);
    }

    /** The same with one more header. */
    public Play with(Header header) {
        return mapped(act -> Stream.of(act instanceof Act.Head head ? head.with(header) : act));
    }

    /** The same with a body written in pieces of so many bytes, each flushed alone. */
    public Play inPieces(int bytes) {
        return new Play(acts, limit, bytes);
    }

    /** The same with something before each event. */
    public Play beforeEvents(Act act) {
        return mapped(one -> one instanceof Act.Event ? Stream.of(act, one) : Stream.of(one));
    }

    /** The same until so many events were written, and then this instead of the rest. */
    public Play afterEvents(int events, Act... instead) {
        Iterable<Act> all = acts;
        List<Act> rest = List.of(instead);
        return with(() -> new Replaced(all.iterator(), events, rest.iterator()));
    }

    /** The same with each act replaced by some. */
    public Play mapped(Function<Act, Stream<Act>> change) {
        Iterable<Act> all = acts;
        return with(
                () -> StreamSupport.stream(all.spliterator(), false).flatMap(change).iterator());
    }

    private Play with(Iterable<Act> others) {
        return new Play(others, limit, pieceBytes);
    }

    /** The usual words for a status. */
    public static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }
}
