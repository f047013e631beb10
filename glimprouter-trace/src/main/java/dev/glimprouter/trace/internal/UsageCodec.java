package dev.glimprouter.trace.internal;

import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.event.Usage;

import tools.jackson.databind.node.ObjectNode;

/** What models did and what streams cost as JSON. */
public final class UsageCodec {

    private UsageCodec() {}

    /** The fields of a usage. */
    public static ObjectNode encode(Usage usage) {
        return Json.object()
                .put("promptTokens", usage.promptTokens())
                .put("cachedTokens", usage.cachedTokens())
                .put("seamTokens", usage.seamTokens())
                .put("generatedTokens", usage.generatedTokens())
                .put("discardedTokens", usage.discardedTokens())
                .put("droppedChars", usage.droppedChars())
                .put("glimpses", usage.glimpses())
                .put("missingProbes", usage.missingProbes())
                .put("prefillNanos", usage.prefillNanos())
                .put("glimpseNanos", usage.glimpseNanos())
                .put("decodeNanos", usage.decodeNanos())
                .put("requests", usage.requests());
    }

    static Usage decodeUsage(Fields from) {
        return new Usage(
                from.whole("promptTokens"),
                from.whole("cachedTokens"),
                from.whole("seamTokens"),
                from.whole("generatedTokens"),
                from.whole("discardedTokens"),
                from.wholeOrZero("droppedChars"),
                from.whole("glimpses"),
                from.whole("missingProbes"),
                from.whole("prefillNanos"),
                from.whole("glimpseNanos"),
                from.whole("decodeNanos"),
                from.wholeOrZero("requests"));
    }

    /** A prefill's cost, which has no own tokens. */
    static ObjectNode encode(StreamCost cost) {
        return Json.object()
                .put("promptTokens", cost.promptTokens())
                .put("cachedTokens", cost.cachedTokens())
                .put("seamTokens", cost.seamTokens())
                .put("prefillNanos", cost.prefillNanos())
                .put("decodedTokens", cost.decodedTokens())
                .put("discardedTokens", cost.discardedTokens())
                .put("droppedChars", cost.droppedChars());
    }

    static StreamCost decodeCost(Fields from) {
        return new StreamCost(
                from.count("promptTokens"),
                from.count("cachedTokens"),
                from.count("seamTokens"),
                from.whole("prefillNanos"),
                0,
                0,
                from.count("decodedTokens"),
                from.count("discardedTokens"),
                from.has("droppedChars") ? from.count("droppedChars") : 0,
                0);
    }
}
