package dev.glimprouter.benchmarks.load;

import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Cut;
import dev.glimprouter.testkit.upstream.Faults;
import dev.glimprouter.testkit.upstream.Header;
import dev.glimprouter.testkit.upstream.Play;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What befalls a request at a model's server. */
enum Mishap implements Weighted {
    /** Nothing comes, not even a head. */
    SILENT(2),
    /** Nothing more comes after some tokens. */
    SILENT_IN_THE_MIDDLE(2),
    /** The connection is reset before the head. */
    RESET(3),
    /** The connection is reset at some byte of the body. */
    RESET_IN_THE_MIDDLE(5),
    /** The connection is closed in good order at some byte of the body. */
    CLOSED_IN_THE_MIDDLE(5),
    /** The last event of a stream is half of one. */
    HALF_JSON(1),
    /** Status 429 with a time. */
    BUSY_FOR_A_SECOND(2),
    /** Status 429 without a time. */
    BUSY(4),
    /** Status 503 with a time. */
    OVERLOADED(2),
    /** Status 500. */
    FAILED(5),
    /** A pause before each token. */
    SLOW(10),
    /** The stream ends without {@code [DONE]}. */
    NO_DONE(5),
    /** A page under status 200. */
    PAGE(1),
    /** Every few bytes come alone, characters cut. */
    IN_PIECES(10);

    private static final int EVENTS = 6;
    private static final int BYTES = 3000;

    private final int weight;

    Mishap(int weight) {
        this.weight = weight;
    }

    @Override
    public int weight() {
        return weight;
    }

    /** What the server does instead of this. */
    Play spoil(Play good, RandomGenerator random) {
        return switch (this) {
            case SILENT -> Play.silence();
            case SILENT_IN_THE_MIDDLE ->
                    good.afterEvents(1 + random.nextInt(EVENTS), new Act.Break(Cut.STALL));
            case RESET -> Play.broken(Cut.RESET);
            case RESET_IN_THE_MIDDLE -> good.cutAt(random.nextInt(BYTES), Cut.RESET);
            case CLOSED_IN_THE_MIDDLE -> good.cutAt(random.nextInt(BYTES), Cut.FIN);
            case HALF_JSON ->
                    good.afterEvents(
                            random.nextInt(EVENTS),
                            Act.Body.of("data: {\"id\":\"cmpl-1\",\"choi\n\n"),
                            new Act.End());
            case BUSY_FOR_A_SECOND ->
                    Play.json(429, error("too many requests"), new Header("Retry-After", "1"));
            case BUSY -> Play.json(429, error("too many requests"));
            case OVERLOADED -> Faults.overloaded(1);
            case FAILED -> Play.json(500, error("something broke"));
            case SLOW -> good.beforeEvents(Act.Pause.of(Duration.ofMillis(50)));
            case NO_DONE -> good.mapped(act -> isDone(act) ? Stream.empty() : Stream.of(act));
            case PAGE -> Play.response(200, "text/html", "<html><title>Welcome</title></html>");
            case IN_PIECES -> good.inPieces(1 + random.nextInt(EVENTS));
        };
    }

    private static boolean isDone(Act act) {
        return act instanceof Act.Event event && event.text().contains("[DONE]");
    }

    private static String error(String message) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"server_error\"}}";
    }
}
