package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.upstream.Framing;

import java.util.Set;

/**
 * What a dialect's server is like, beside its script.
 *
 * @param model its name
 * @param context longest text in tokens
 * @param slots sequences that a llama-server keeps
 * @param tokensPerChunk tokens in each chunk of a stream
 * @param loading how many requests find the model still loading
 * @param failAfter tokens after which a stream fails; below 0 for never
 * @param framing how a stream's end is told
 * @param quirks what it does oddly
 */
record Manner(
        String model,
        int context,
        int slots,
        int tokensPerChunk,
        int loading,
        int failAfter,
        Framing framing,
        Set<Quirk> quirks) {

    static final Manner DEFAULT =
            new Manner("script", 4096, 4, 1, 0, -1, Framing.CHUNKED, Set.of());

    Manner {
        quirks = Set.copyOf(quirks);
        if (context < 1 || slots < 1 || tokensPerChunk < 1) {
            throw new IllegalArgumentException(
                    "context, slots and tokens per chunk must be positive");
        }
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    Manner withModel(String name) {
        return new Manner(
                name, context, slots, tokensPerChunk, loading, failAfter, framing, quirks);
    }

    Manner withContext(int tokens) {
        return new Manner(
                model, tokens, slots, tokensPerChunk, loading, failAfter, framing, quirks);
    }

    Manner withSlots(int count) {
        return new Manner(
                model, context, count, tokensPerChunk, loading, failAfter, framing, quirks);
    }

    Manner withTokensPerChunk(int count) {
        return new Manner(model, context, slots, count, loading, failAfter, framing, quirks);
    }

    Manner withLoading(int requests) {
        return new Manner(
                model, context, slots, tokensPerChunk, requests, failAfter, framing, quirks);
    }

    Manner withFailAfter(int tokens) {
        return new Manner(model, context, slots, tokensPerChunk, loading, tokens, framing, quirks);
    }

    Manner withFraming(Framing other) {
        return new Manner(model, context, slots, tokensPerChunk, loading, failAfter, other, quirks);
    }

    Manner withQuirks(Set<Quirk> others) {
        return new Manner(
                model, context, slots, tokensPerChunk, loading, failAfter, framing, others);
    }
}
