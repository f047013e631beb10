package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.event.Tally;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.UsageCodec;
import dev.glimprouter.trace.internal.WriterMap;

import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.List;

/** What answers took, as JSON. */
public final class EndedJson {

    private EndedJson() {}

    /** The usage that every client knows, over all answers; the question counts once. */
    static ObjectNode usage(Collection<Ended> all) {
        List<Tally> tallies = all.stream().map(Ended::tally).toList();
        long prompt = Tally.promptTokens(tallies);
        long completion = Tally.completionTokens(tallies);
        ObjectNode to =
                Json.object()
                        .put("prompt_tokens", prompt)
                        .put("completion_tokens", completion)
                        .put("total_tokens", prompt + completion);
        to.putObject("completion_tokens_details")
                .put("reasoning_tokens", Tally.reasoningTokens(tallies));
        return to;
    }

    /** What only this gateway tells, of one answer. */
    public static ObjectNode extension(Tally tally) {
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
