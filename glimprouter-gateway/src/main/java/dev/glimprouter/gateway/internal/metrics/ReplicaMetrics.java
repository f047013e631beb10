package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.engine.ReplicaHealth;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The state of each replica, by its role and its place in the configuration. */
final class ReplicaMetrics {

    private final MultiGauge gauge;
    private final Supplier<Map<Writer, EngineHealth>> roles;

    ReplicaMetrics(MeterRegistry registry, Supplier<Map<Writer, EngineHealth>> roles) {
        this.gauge =
                MultiGauge.builder("glimprouter.replica.state")
                        .description(
                                "Whether a replica takes requests: 0 yes, 1 it asked for a pause, 2 one request tries it, 3 it is left alone.")
                        .register(registry);
        this.roles = roles;
    }

    /** Takes the present state over. */
    void update() {
        List<MultiGauge.Row<?>> rows =
                roles.get().entrySet().stream()
                        .flatMap(role -> rows(role.getKey(), role.getValue().replicas()))
                        .toList();
        gauge.register(rows, true);
    }

    private static Stream<MultiGauge.Row<?>> rows(Writer role, List<ReplicaHealth> replicas) {
        return IntStream.range(0, replicas.size())
                .mapToObj(
                        index ->
                                MultiGauge.Row.of(
                                        Tags.of(
                                                "role",
                                                Json.word(role),
                                                "replica",
                                                Integer.toString(index)),
                                        number(replicas.get(index).state())));
    }

    private static int number(ReplicaHealth.State state) {
        return switch (state) {
            case CLOSED -> 0;
            case PAUSED -> 1;
            case HALF_OPEN -> 2;
            case OPEN -> 3;
        };
    }
}
