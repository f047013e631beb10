package dev.glimprouter.trace.internal;

import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.event.Judging;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.event.Usage;

import tools.jackson.databind.node.ObjectNode;

/** What models did and what streams cost as JSON. */
public final class UsageCodec {

    private UsageCodec() {}

    /** The fields of a usage. */
    public static ObjectNode encode(Usage usage) {
        ObjectNode to = counts(usage);
        if (!usage.judging().equals(Judging.NONE)) {
            to.set("judging", encode(usage.judging()));
        }
        if (!usage.speculation().equals(Speculation.NONE)) {
            to.set("speculation", encode(usage.speculation()));
        }
        if (!usage.overlapping().equals(Overlapping.NONE)) {
            to.set("overlapping", encode(usage.overlapping()));
        }
        return to;
    }

    private static ObjectNode counts(Usage usage) {
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
                from.wholeOrZero("requests"),
                from.maybe("judging").map(UsageCodec::decodeJudging).orElse(Judging.NONE),
                from.maybe("speculation")
                        .map(UsageCodec::decodeSpeculation)
                        .orElse(Speculation.NONE),
                from.maybe("overlapping")
                        .map(UsageCodec::decodeOverlapping)
                        .orElse(Overlapping.NONE));
    }

    private static ObjectNode encode(Judging judging) {
        return Json.object()
                .put("verdicts", judging.verdicts())
                .put("promptTokens", judging.promptTokens())
                .put("generatedTokens", judging.generatedTokens())
                .put("nanos", judging.nanos());
    }

    private static Judging decodeJudging(Fields from) {
        return new Judging(
                from.whole("verdicts"),
                from.whole("promptTokens"),
                from.whole("generatedTokens"),
                from.whole("nanos"));
    }

    static ObjectNode encode(Speculation speculation) {
        return Json.object()
                .put("rounds", speculation.rounds())
                .put("draftedTokens", speculation.draftedTokens())
                .put("acceptedTokens", speculation.acceptedTokens())
                .put("draftNanos", speculation.draftNanos());
    }

    static Speculation decodeSpeculation(Fields from) {
        return new Speculation(
                from.whole("rounds"),
                from.whole("draftedTokens"),
                from.whole("acceptedTokens"),
                from.whole("draftNanos"));
    }

    static ObjectNode encode(Overlapping overlapping) {
        return Json.object()
                .put("hints", overlapping.hints())
                .put("aheadTokens", overlapping.aheadTokens())
                .put("wastedTokens", overlapping.wastedTokens())
                .put("races", overlapping.races())
                .put("lostRaces", overlapping.lostRaces())
                .put("lostTokens", overlapping.lostTokens());
    }

    static Overlapping decodeOverlapping(Fields from) {
        return new Overlapping(
                from.whole("hints"),
                from.whole("aheadTokens"),
                from.whole("wastedTokens"),
                from.whole("races"),
                from.whole("lostRaces"),
                from.whole("lostTokens"));
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
