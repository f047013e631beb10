package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Incident;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.openai.internal.http.Backoff;
import dev.glimprouter.openai.internal.replica.ReplicaSet;
import dev.glimprouter.openai.internal.replica.Visit;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the requests of one stream go, and what happens between two of them.
 *
 * <p>A stream that was let in to a server that was well outlasts a short outage by its retries. One
 * that comes when all servers are known to be dead, or is the trial of one, does not: it fails at
 * once, so that whoever asks can go on without the model.
 */
final class Tries {

    private final ServerSession session;
    private final ReplicaSet replicas;
    private final Cancellation stop = new Cancellation();
    private final Backoff backoff;
    private final List<Incident> incidents = new ArrayList<>();
    private @Nullable Visit ready;
    private @Nullable URI failedAt;
    private boolean letIn;

    Tries(ServerEngine engine, ServerSession session) {
        this.session = session;
        this.replicas = engine.replicas();
        this.backoff =
                new Backoff(engine.settings().retries(), engine.random(), engine.time(), stop);
    }

    /**
     * Where the next request goes.
     *
     * @throws RetryableException if no server takes requests
     */
    Visit visit() {
        Visit visit = ready != null ? ready : begin();
        ready = null;
        letIn |= !visit.isTrial();
        return visit;
    }

    /** The server of a visit, for whose answers nobody waits once the stream is closed. */
    Peer peer(Visit visit) {
        return new Peer(visit.base(), stop);
    }

    private Visit begin() {
        Visit visit = letIn ? session.visitAgain() : session.visit();
        visit.moved()
                .ifPresent(
                        move ->
                                incidents.add(
                                        new Incident.Move(
                                                move.from().toString(),
                                                move.to().toString(),
                                                move.reason())));
        return visit;
    }

    /** Reports the failure of a request to the server's health, and remembers where it was. */
    void failed(Visit visit, RetryableException failure) {
        failedAt = visit.base();
        visit.failed(failure);
    }

    /**
     * Goes to another server at once, or waits for the same one.
     *
     * @throws RetryableException the failure, if it was the last try
     * @throws CancelledException if the stream was closed meanwhile
     */
    void after(RetryableException failure) {
        URI from = failedAt;
        failedAt = null;
        if (!letIn && replicas.isDown()) {
            throw last(failure);
        }
        Duration pause = backoff.after(failure).orElseThrow(() -> last(failure));
        if (from != null && goesElsewhere(from)) {
            return;
        }
        retried(Optional.ofNullable(failure.getMessage()).orElse("no reason"));
        backoff.pause(pause);
    }

    /** The failure that is told: where all servers are dead, it says when to try again. */
    private RetryableException last(RetryableException failure) {
        return replicas.isDown() && failure.details().retryAfter().isEmpty()
                ? replicas.nobody(failure)
                : failure;
    }

    private boolean goesElsewhere(URI from) {
        try {
            Visit visit = begin();
            if (!visit.base().equals(from)) {
                ready = visit;
                return true;
            }
            visit.close();
        } catch (RetryableException nobody) {
            // The pause may bring one back.
        }
        return false;
    }

    /** Notes that the text is asked for again. */
    void retried(String reason) {
        incidents.add(new Incident.Retry(reason));
    }

    /** What happened since this was asked last. */
    List<Incident> incidents() {
        List<Incident> since = List.copyOf(incidents);
        incidents.clear();
        return since;
    }

    /** Ends a wait. */
    void stop() {
        stop.cancel();
    }
}
