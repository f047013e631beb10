package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.engine.Generation;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a server is asked for once.
 *
 * @param prompt what it continues
 * @param model the name that it knows the model by; blank for its only one
 * @param generation sampling, limit, end and seed
 * @param top how many of the likeliest tokens it lists for each token; 0 for none
 * @param requestId an id that no other living request has, see {@link RequestId}; blank for none
 * @param urgency higher is sooner, 0 for the ordinary
 * @param slot which of its slots runs the request; empty for any
 * @param stream whether the reply comes in pieces
 */
public record Ask(
        PromptText prompt,
        String model,
        Generation generation,
        int top,
        String requestId,
        int urgency,
        OptionalInt slot,
        boolean stream) {

    /** Checks ranges. */
    public Ask {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(generation, "generation");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(slot, "slot");
        if (top < 0) {
            throw new IllegalArgumentException("top must not be negative: " + top);
        }
    }

    /** An ordinary streamed request without an id, on any slot. */
    public static Ask of(PromptText prompt, String model, Generation generation, int top) {
        return new Ask(prompt, model, generation, top, "", 0, OptionalInt.empty(), true);
    }

    /** The same with an id. */
    public Ask withRequestId(String id) {
        return new Ask(prompt, model, generation, top, id, urgency, slot, stream);
    }

    /** The same with another urgency. */
    public Ask withUrgency(int other) {
        return new Ask(prompt, model, generation, top, requestId, other, slot, stream);
    }

    /** The same on one slot. */
    public Ask withSlot(int number) {
        return new Ask(
                prompt, model, generation, top, requestId, urgency, OptionalInt.of(number), stream);
    }

    /** The same with the reply in one piece. */
    public Ask whole() {
        return new Ask(prompt, model, generation, top, requestId, urgency, slot, false);
    }
}
