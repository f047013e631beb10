package dev.glimprouter.testkit.upstream;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One request and what became of it.
 *
 * <p>The {@code await} methods wait at most 30 seconds, and then throw an {@link AssertionError}.
 * Thread safe.
 */
public final class Exchange {

    /**
     * The moment at which the client closed its side.
     *
     * @param nanos by the server's clock
     * @param written what had been written by then
     */
    public record Abort(long nanos, Progress written) {}

    private final Request request;
    private final long arrivedNanos;
    private final Watch watch = new Watch();
    private Progress written = Progress.NONE;
    private boolean stalled;
    private Optional<Abort> gone = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();

    Exchange(Request request, long arrivedNanos) {
        this.request = request;
        this.arrivedNanos = arrivedNanos;
    }

    /** What was asked. */
    public Request request() {
        return request;
    }

    /** When the whole request had arrived, by the server's clock. */
    public long arrivedNanos() {
        return arrivedNanos;
    }

    /** What was written so far. */
    public Progress written() {
        return watch.read(() -> written);
    }

    /** How it ended; empty while it goes on. */
    public Optional<Outcome> outcome() {
        return watch.read(() -> outcome);
    }

    /** When the client closed its side, if it did before the end. */
    public Optional<Abort> abort() {
        return watch.read(() -> isAborted() ? gone : Optional.empty());
    }

    /** Waits until so many bytes were written, head included. */
    public void awaitBytes(long bytes) {
        await(bytes + " bytes", () -> written.bytes() >= bytes);
    }

    /** Waits until so many events were written. */
    public void awaitEvents(int events) {
        await(events + " events", () -> written.events() >= events);
    }

    /** Waits until so many tokens were written. */
    public void awaitTokens(int tokens) {
        await(tokens + " tokens", () -> written.tokens() >= tokens);
    }

    /** Waits until the play has come to a silence. */
    public void awaitStall() {
        await("a silence", () -> stalled);
    }

    /** Waits until it has ended. */
    public Outcome awaitEnd() {
        return watch.await("the end of " + describe(), () -> outcome);
    }

    /** Waits until it has ended, which must be because the client closed its side. */
    public Abort awaitAbort() {
        Outcome how = awaitEnd();
        return abort().orElseThrow(
                        () -> new AssertionError(describe() + " was not aborted but " + how));
    }

    private void await(String what, BooleanSupplier holds) {
        watch.awaitThat(what + " in answer to " + describe(), holds);
    }

    private String describe() {
        return request.method() + " " + request.target() + " (no. " + request.order() + ")";
    }

    private boolean isAborted() {
        return outcome.isPresent() && outcome.get() == Outcome.ABORTED;
    }

    void wrote(long bytes) {
        watch.change(() -> written = written.plusBytes(bytes));
    }

    void wroteEvent(int tokens) {
        watch.change(() -> written = written.plusEvent(tokens));
    }

    void stalls() {
        watch.change(() -> stalled = true);
    }

    /** The client has closed its side; what that means is decided when the play ends. */
    void clientGone(long nanos) {
        watch.change(
                () -> {
                    if (gone.isEmpty()) {
                        gone = Optional.of(new Abort(nanos, written));
                    }
                });
    }

    boolean isClientGone() {
        return watch.read(() -> gone.isPresent());
    }

    void ended(Outcome how) {
        watch.change(
                () -> {
                    if (outcome.isEmpty()) {
                        outcome = Optional.of(how);
                    }
                });
    }
}
