package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether the models take requests, as the requests before have found. No model is asked.
 *
 * @param offer what is offered now
 */
record Readiness(Supplier<Offer> offer) {

    /** The roles without which questions fail now. */
    List<Writer> down() {
        return offer.get().engines().entrySet().stream()
                .filter(role -> !role.getValue().health().usable())
                .map(Map.Entry::getKey)
                .filter(this::isMissed)
                .sorted()
                .toList();
    }

    private boolean isMissed(Writer role) {
        return role == Writer.SMALL || offer.get().rules().largeDown() != LargeDown.SMALL;
    }

    /** How each role's replicas are. */
    Map<Writer, EngineHealth> roles() {
        Map<Writer, EngineHealth> roles = new EnumMap<>(Writer.class);
        offer.get().engines().forEach((role, engine) -> roles.put(role, engine.health()));
        return roles;
    }
}
