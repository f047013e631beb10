package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The servers of one model.
 *
 * <p>Each problem goes to the first replica in its own order ({@link Rendezvous}) that takes
 * requests ({@link Health}) and has room ({@link Loads}). Thread safe; nothing blocks.
 */
public final class ReplicaSet {

    private final Rendezvous rendezvous;
    private final Map<URI, Replica> replicas = new LinkedHashMap<>();
    private final Loads loads = new Loads();

    /**
     * Servers that are taken for well.
     *
     * @param bases base URLs, all different
     * @param random spreads the pauses; one that several threads may use
     */
    public ReplicaSet(List<URI> bases, HealthRules rules, Time time, RandomGenerator random) {
        if (bases.isEmpty() || new HashSet<>(bases).size() < bases.size()) {
            throw new RequestException(
                    "Name at least one server, and each one once: %s.".formatted(bases));
        }
        rendezvous = new Rendezvous(bases);
        for (URI base : bases) {
            replicas.put(base, new Replica(base, new Health(base, rules, time, random)));
        }
    }

    /** Opens the place of a problem; it counts as a load from its first request. */
    public Lease lease(ProblemKey problem) {
        return new Lease(this, rendezvous.order(problem).stream().map(this::replica).toList());
    }

    /** Problems on a replica now. */
    public int load(URI base) {
        return loads.of(replica(base));
    }

    Replica replica(URI base) {
        Replica replica = replicas.get(base);
        if (replica == null) {
            throw new IllegalArgumentException("not one of the servers: " + base);
        }
        return replica;
    }

    Loads loads() {
        return loads;
    }

    int well() {
        return (int) replicas.values().stream().map(Replica::health).filter(Health::isWell).count();
    }

    boolean isAnotherWell(Replica than) {
        return replicas.values().stream()
                .anyMatch(replica -> !replica.equals(than) && replica.health().isWell());
    }

    /** Whether all replicas failed too much, so that a new request is not worth a wait. */
    public boolean isDown() {
        return replicas.values().stream().map(Replica::health).allMatch(Health::isDown);
    }

    /** How the replicas are, in the order in which they were named. */
    public EngineHealth health() {
        return new EngineHealth(
                replicas.values().stream().map(Replica::health).map(Health::view).toList());
    }

    /** A failure that says what each replica has, and when one may try again. */
    public RetryableException nobody(RetryableException cause) {
        return nobody(replicas.values(), cause);
    }

    RetryableException nobody(Collection<Replica> order) {
        return nobody(order, null);
    }

    private static RetryableException nobody(
            Collection<Replica> order, @Nullable RetryableException cause) {
        String troubles =
                order.stream()
                        .map(replica -> replica.base() + ": " + replica.health().trouble())
                        .collect(Collectors.joining("; "));
        return new RetryableException(
                "No server of the model takes requests, start one or try again later (%s)."
                        .formatted(troubles),
                waiting(order),
                cause);
    }

    private static Details waiting(Collection<Replica> order) {
        long nanos =
                order.stream().mapToLong(replica -> replica.health().nanosLeft()).min().orElse(0);
        return Details.NONE.withRetryAfter(Duration.ofNanos(nanos));
    }
}
