package dev.glimprouter.openai.internal.profile;

import java.util.List;
import java.util.Optional;

/**
 * A kind of server: what it must be sent and what it sends back.
 *
 * @param name what users call it
 * @param routes where prompts go, in order of preference, at most one for each form
 * @param logProbs what it tells of its distributions
 * @param stops who ends a step, and what is told of its end
 * @param abort how a running request is ended; empty where closing its stream does
 * @param requestIdField field for the request's id; empty if it takes none
 * @param limitField field for the most tokens to generate
 * @param sampling sampling parameters that it takes
 * @param reasoningFields fields that may hold text beside the ordinary one
 * @param cachedField JSON pointer to the number of cached prompt tokens; empty if it is never told
 * @param priority which requests it takes first
 * @param affinityHeaders headers that carry the problem's id, so that gateways keep a problem on
 *     one server
 * @param forbiddenHeaders headers that must never be sent: {@code X-Conversation-Id} makes
 *     llama-server keep a stream alive after its reader has gone, and closing aborts nothing
 * @param prefill how a prompt is brought into its cache
 * @param tokenizer where text becomes ids and back; empty if nowhere
 * @param head who renders the conversation
 * @param beginsAsText whether it makes the same tokens of a text in a request as its tokenizer's
 *     route does, so that a session may begin with a text although it goes on with ids
 * @param detection what shows that a server is of this kind
 * @param facts what it can be asked about itself
 * @param advice what to change on it where something is missing
 */
public record Profile(
        String name,
        List<PromptRoute> routes,
        LogProbs logProbs,
        StopRule stops,
        Optional<AbortRoute> abort,
        Optional<String> requestIdField,
        String limitField,
        SamplingFields sampling,
        List<String> reasoningFields,
        Optional<String> cachedField,
        Priority priority,
        List<String> affinityHeaders,
        List<String> forbiddenHeaders,
        Prefill prefill,
        Optional<TokenizerRoutes> tokenizer,
        HeadRenderer head,
        boolean beginsAsText,
        Detection detection,
        Facts facts,
        Advice advice) {

    /** Copies the lists and checks that the parts agree with each other. */
    public Profile {
        routes = List.copyOf(routes);
        reasoningFields = List.copyOf(reasoningFields);
        affinityHeaders = List.copyOf(affinityHeaders);
        forbiddenHeaders = List.copyOf(forbiddenHeaders);
        cachedField.ifPresent(Checks::pointer);
        require(!name.isBlank(), "a profile needs a name");
        require(!routes.isEmpty(), "a profile needs a route");
        require(
                routes.stream().map(PromptRoute::mode).distinct().count() == routes.size(),
                "a profile has at most one route for each form of prompt");
        for (String header : forbiddenHeaders) {
            require(
                    affinityHeaders.stream().noneMatch(header::equalsIgnoreCase),
                    header + " must never be sent");
        }
        require(
                abort.isEmpty() || requestIdField.isPresent(),
                "a request without an id cannot be aborted by it");
        require(
                head != HeadRenderer.TOKENIZE_MESSAGES || tokenizer.isPresent(),
                "messages can only be tokenized where there is a tokenizer route");
        require(
                !beginsAsText || routes.stream().anyMatch(one -> one.mode() == PromptMode.TEXT),
                "a session can only begin as text where there is a route for text");
    }

    /** The route for prompts of that form; empty if there is none. */
    public Optional<PromptRoute> route(PromptMode mode) {
        return routes.stream().filter(route -> route.mode() == mode).findFirst();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
