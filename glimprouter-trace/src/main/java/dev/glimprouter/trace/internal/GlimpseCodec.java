package dev.glimprouter.trace.internal;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;

import tools.jackson.databind.node.ObjectNode;

/** What a glimpse saw as JSON. */
final class GlimpseCodec {

    private GlimpseCodec() {}

    static ObjectNode encode(Probe probe) {
        ObjectNode to = Json.object();
        to.set("entropy", encode(probe.entropy()));
        to.put("tokenId", probe.tokenId());
        to.put("token", probe.token());
        to.put("nanos", probe.nanos());
        return to;
    }

    private static ObjectNode encode(Entropy entropy) {
        ObjectNode to = Json.object();
        Json.putReal(to, "nats", entropy.nats());
        Json.putReal(to, "coveredMass", entropy.coveredMass());
        Json.putReal(to, "lowerNats", entropy.lowerNats());
        Json.putReal(to, "upperNats", entropy.upperNats());
        return to;
    }

    static Probe decode(Fields from) {
        return new Probe(
                entropy(from.child("entropy")),
                from.count("tokenId"),
                from.text("token"),
                from.whole("nanos"));
    }

    private static Entropy entropy(Fields from) {
        return new Entropy(
                from.real("nats"),
                from.real("coveredMass"),
                from.real("lowerNats"),
                from.real("upperNats"));
    }
}
