package dev.glimprouter.engine;

import java.util.List;

/**
 * How the places are at which an engine's model runs, as its requests have found them: asking for
 * it asks no server.
 *
 * @param replicas in the order in which they were named; one for a model in this process
 */
public record EngineHealth(List<ReplicaHealth> replicas) {

    /** One place, which takes requests. */
    public static final EngineHealth WELL = new EngineHealth(List.of(ReplicaHealth.WELL));

    /** Copies the list. */
    public EngineHealth {
        replicas = List.copyOf(replicas);
    }

    /** Whether a request that comes now would be sent somewhere. */
    public boolean usable() {
        return replicas.stream().anyMatch(ReplicaHealth::usable);
    }
}
