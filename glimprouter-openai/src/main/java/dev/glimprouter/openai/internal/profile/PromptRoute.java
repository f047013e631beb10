package dev.glimprouter.openai.internal.profile;

import tools.jackson.databind.node.ObjectNode;

/**
 * Where prompts of one form go, and what is sent with each.
 *
 * @param mode the form
 * @param api the protocol spoken there
 * @param path path of the route, from the server's base
 * @param extra fields of every body
 * @param continuing further fields where the assistant's message has begun
 * @param lastMessage fields of that begun message itself
 * @param streamOptions value of {@code stream_options} in streams; empty for none
 */
public record PromptRoute(
        PromptMode mode,
        Api api,
        String path,
        ObjectNode extra,
        ObjectNode continuing,
        ObjectNode lastMessage,
        ObjectNode streamOptions) {

    /** Checks that the form and the protocol go together; copies the objects. */
    public PromptRoute {
        boolean fits =
                switch (api) {
                    case CHAT -> mode == PromptMode.CHAT;
                    case COMPLETIONS -> mode == PromptMode.TOKENS || mode == PromptMode.TEXT;
                    case LLAMA_COMPLETION -> mode != PromptMode.CHAT;
                    case OLLAMA_GENERATE -> mode == PromptMode.TEXT;
                };
        if (!fits) {
            throw new IllegalArgumentException("%s cannot carry %s".formatted(api, mode));
        }
        Checks.path(path);
        extra = extra.deepCopy();
        continuing = continuing.deepCopy();
        lastMessage = lastMessage.deepCopy();
        streamOptions = streamOptions.deepCopy();
    }
}
