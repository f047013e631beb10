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

/**
 * Whether the models take requests, as the requests before have found. No model is asked.
 *
 * @param ready whether questions are answered, by the strategy that is offered: by all of its
 *     models, or by one that goes on where the other one is down
 * @param down the models of the strategy that cannot be reached now, small first
 */
record Readiness(boolean ready, List<Writer> down) {

    /** That of what is offered. */
    static Readiness of(Offer offer) {
        Set<Writer> writers = offer.strategy().strategy().writers();
        List<Writer> down =
                writers.stream().filter(role -> !isUsable(offer, role)).sorted().toList();
        boolean smallMayStandIn = offer.rules().largeDown() == LargeDown.SMALL;
        boolean ready =
                switch (down.size()) {
                    case 0 -> true;
                    case 1 ->
                            writers.size() > 1
                                    && (down.getFirst() == Writer.SMALL || smallMayStandIn);
                    default -> false;
                };
        return new Readiness(ready, down);
    }

    private static boolean isUsable(Offer offer, Writer role) {
        Engine engine = offer.engines().get(role);
        return engine != null && engine.health().usable();
    }

    /** How each role's replicas are. */
    static Map<Writer, EngineHealth> roles(Offer offer) {
        Map<Writer, EngineHealth> roles = new EnumMap<>(Writer.class);
        offer.engines().forEach((role, engine) -> roles.put(role, engine.health()));
        return roles;
    }
}
