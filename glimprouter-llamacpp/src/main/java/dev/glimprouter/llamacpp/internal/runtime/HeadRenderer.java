package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Prompt;

/** Turns the head of a session into the ids that a model begins with. */
@FunctionalInterface
public interface HeadRenderer {

    /** The ids of a head. */
    int[] render(Prompt head, Tokenizer tokenizer);

    /** The ids of a question beside the reasoning; as paragraphs of plain text by default. */
    default int[] turn(Aside aside, Tokenizer tokenizer) {
        return tokenizer.plain(aside.asText());
    }
}
