package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.UsageCodec;
import dev.glimprouter.trace.internal.WriterMap;

import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;

/** What answers took, as JSON. */
final class EndedJson {

    private EndedJson() {}

    /** The usage that every client knows, over all answers; the question counts once. */
    static ObjectNode usage(Collection<Ended> all) {
        long prompt = all.stream().mapToLong(one -> one.tally().promptTokens()).max().orElse(0);
        long completion = all.stream().mapToLong(one -> one.tally().completionTokens()).sum();
        long reasoning = all.stream().mapToLong(one -> one.tally().reasoningTokens()).sum();
        ObjectNode to =
                Json.object()
                        .put("prompt_tokens", prompt)
                        .put("completion_tokens", completion)
                        .put("total_tokens", prompt + completion);
        to.putObject("completion_tokens_details").put("reasoning_tokens", reasoning);
        return to;
    }

    /** What only this gateway tells, of one answer. */
    static ObjectNode extension(Tally tally) {
        ObjectNode to = Json.object().put("strategy", tally.strategy()).put("seed", tally.seed());
        tally.stop().ifPresent(stop -> to.put("stop", Json.word(stop)));
        int small = tally.steps(Writer.SMALL);
        int large = tally.steps(Writer.LARGE);
        to.putObject("steps").put("small", small).put("large", large);
        Json.putReal(to, "interventionRate", large == 0 ? 0 : (double) large / (small + large));
        to.put("glimpses", tally.glimpses());
        to.put("discardedTokens", tally.discardedTokens());
        to.set("usage", WriterMap.encode(tally.usage(), UsageCodec::encode));
        return to.put("nanos", tally.nanos());
    }
}
