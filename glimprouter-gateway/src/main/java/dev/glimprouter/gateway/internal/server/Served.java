package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.internal.chat.ChatReader;
import dev.glimprouter.gateway.internal.chat.Planner;
import dev.glimprouter.gateway.internal.responses.ResponseReader;

/**
 * What is served, and how.
 *
 * @param offer what there is
 * @param settings how the gateway is run
 * @param chat reads requests for chat completions
 * @param responses reads requests for responses
 * @param planner makes requests ready
 */
record Served(
        Offer offer,
        GatewaySettings settings,
        ChatReader chat,
        ResponseReader responses,
        Planner planner) {

    static Served of(Offer offer, GatewaySettings settings) {
        return new Served(
                offer,
                settings,
                new ChatReader(settings.bounds()),
                new ResponseReader(settings.bounds()),
                new Planner(offer));
    }
}
