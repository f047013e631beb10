package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.error.RetryableException;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request of a problem to a replica: where it goes, and how it went.
 *
 * <p>A visit that is closed without a word says nothing of the replica. Safe for use by several
 * threads.
 */
public final class Visit implements AutoCloseable {

    private final Lease lease;
    private final Replica replica;
    private final Pass pass;
    private final Optional<Move> moved;
    private final AtomicBoolean answered = new AtomicBoolean();

    Visit(Lease lease, Replica replica, Pass pass, Optional<Move> moved) {
        this.lease = lease;
        this.replica = replica;
        this.pass = pass;
        this.moved = moved;
    }

    /** The base URL to ask. */
    public URI base() {
        return replica.base();
    }

    /** How the problem came here, if its request before was elsewhere. */
    public Optional<Move> moved() {
        return moved;
    }

    /** Whether this is the one request that tries a dead replica. */
    public boolean isTrial() {
        return pass.trial();
    }

    /**
     * Reports that the server answered, be it with a refusal; at the latest at the first token.
     * Repeated calls do nothing.
     */
    public void answered() {
        if (!answered.getAndSet(true)) {
            replica.health().answered(pass);
        }
    }

    /** Reports a failure that may pass, before or after the server answered. */
    public void failed(RetryableException cause) {
        Failure failure = Failure.of(cause);
        boolean last = !lease.set().isAnotherWell(replica);
        replica.health().failed(pass, last ? failure.counted() : failure);
    }

    /**
     * Reports a failure and begins the next visit in place of this one: on another replica if this
     * one is dead, else here again.
     *
     * @throws RetryableException if no replica takes requests
     */
    public Visit move(RetryableException cause) {
        failed(cause);
        close();
        return lease.again();
    }

    /** Ends the visit; repeated calls do nothing. */
    @Override
    public void close() {
        replica.health().abandoned(pass);
    }
}
