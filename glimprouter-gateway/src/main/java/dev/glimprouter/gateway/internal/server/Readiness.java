package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether the models take requests, as the requests before have found. No model is asked.
 *
 * @param offer what is offered now
 */
record Readiness(Supplier<Offer> offer) {

    /**
     * Whether questions are answered, by the strategy that is offered: by all of its models, or by
     * one that goes on where the other one is down.
     */
    boolean isReady() {
        List<Writer> down = down();
        return down.stream().allMatch(role -> isStoodInFor(role, down));
    }

    /** The models of the strategy that cannot be reached now. */
    List<Writer> down() {
        return writers().stream().filter(role -> !isUsable(role)).sorted().toList();
    }

    private Set<Writer> writers() {
        return offer.get().strategy().strategy().writers();
    }

    private boolean isUsable(Writer role) {
        Engine engine = offer.get().engines().get(role);
        return engine != null && engine.health().usable();
    }

    /** Large goes on without small, and small without large where the rules want that. */
    private boolean isStoodInFor(Writer role, List<Writer> down) {
        boolean may = role == Writer.SMALL || offer.get().rules().largeDown() == LargeDown.SMALL;
        return may && writers().contains(role.other()) && !down.contains(role.other());
    }

    /** How each role's replicas are. */
    Map<Writer, EngineHealth> roles() {
        Map<Writer, EngineHealth> roles = new EnumMap<>(Writer.class);
        offer.get().engines().forEach((role, engine) -> roles.put(role, engine.health()));
        return roles;
    }
}
