package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.error.RetryableException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A problem's place among the replicas, from its first request until it ends.
 *
 * <p>Its home is where its first request goes: the first replica of its order that takes requests
 * and has room. It stays there, leaves when that replica is dead, and comes back at its first
 * request after that is well again and has room. Safe for use by several threads.
 */
public final class Lease implements AutoCloseable {

    private static final String BACK_HOME = "back to its own replica";

    private final ReplicaSet set;
    private final List<Replica> order;
    private @Nullable Replica home;
    private @Nullable Replica place;
    private @Nullable Replica before;
    private boolean closed;

    Lease(ReplicaSet set, List<Replica> order) {
        this.set = set;
        this.order = order;
    }

    ReplicaSet set() {
        return set;
    }

    /**
     * Begins a request: call it at a step's boundary, since here the problem may change replicas.
     *
     * @throws RetryableException if no replica takes requests; it tells what each one died of and
     *     when one may try again
     */
    public synchronized Visit current() {
        return begun().orElseThrow(() -> set.nobody(order));
    }

    /**
     * Begins a request in place of one that failed on a replica that was well. Where no replica is,
     * it may join a trial: refused, it would use up its tries while the trial still waits for its
     * first token.
     *
     * @throws RetryableException as {@link #current}
     */
    public synchronized Visit again() {
        return begun().or(() -> first(this::besideTrial)).orElseThrow(() -> set.nobody(order));
    }

    private Optional<Visit> begun() {
        if (closed) {
            throw new IllegalStateException("the problem has ended");
        }
        return known().or(() -> first(this::ifRoom)).or(() -> first(this::regardless));
    }

    /** Home, here, or where the problem was before, which still holds much of its cache. */
    private Optional<Visit> known() {
        return Optional.ofNullable(home)
                .flatMap(this::ifRoom)
                .or(() -> Optional.ofNullable(place).flatMap(this::ifRoom))
                .or(() -> Optional.ofNullable(before).flatMap(this::ifRoom));
    }

    private Optional<Visit> first(Function<Replica, Optional<Visit>> way) {
        return order.stream().map(way).flatMap(Optional::stream).findFirst();
    }

    private Optional<Visit> ifRoom(Replica replica) {
        Optional<Pass> pass = replica.health().admit();
        if (pass.isPresent()
                && !replica.equals(place)
                && !set.loads().moveWithin(place, replica, set.well())) {
            replica.health().abandoned(pass.get());
            return Optional.empty();
        }
        return pass.map(admitted -> arrive(replica, admitted));
    }

    private Optional<Visit> regardless(Replica replica) {
        return replica.health().admit().map(pass -> squeezeIn(replica, pass));
    }

    private Optional<Visit> besideTrial(Replica replica) {
        return replica.health().admitBesideTrial().map(pass -> squeezeIn(replica, pass));
    }

    private Visit squeezeIn(Replica replica, Pass pass) {
        if (!replica.equals(place)) {
            set.loads().move(place, replica);
        }
        return arrive(replica, pass);
    }

    private Visit arrive(Replica replica, Pass pass) {
        Replica from = place;
        Optional<Move> moved =
                from == null || from.equals(replica)
                        ? Optional.empty()
                        : Optional.of(new Move(from.base(), replica.base(), reason(from, replica)));
        if (home == null) {
            home = replica;
        }
        if (moved.isPresent()) {
            before = from;
        }
        place = replica;
        return new Visit(this, replica, pass, moved);
    }

    private String reason(Replica from, Replica to) {
        return to.equals(home) && from.health().isWell() ? BACK_HOME : from.health().trouble();
    }

    /** Ends the problem; repeated calls do nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        if (place != null) {
            set.loads().release(place);
            place = null;
        }
    }
}
