package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.error.Details;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.openai.internal.profile.Framing;
import dev.glimprouter.openai.internal.profile.HeadRenderer;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.TokenizerRoutes;
import dev.glimprouter.question.Message;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * Asks a server to tokenize, and reads what it says.
 *
 * <p>Every request is empty where the profile has no route for it. Thread safe.
 */
public final class TokenizerWire {

    private static final String APPLY_TEMPLATE = "/apply-template";

    private final Profile profile;
    private final String model;
    private final String server;

    /**
     * Speaks with one server.
     *
     * @param model the name that it knows the model by; blank for its only one
     * @param server what messages call it
     */
    public TokenizerWire(Profile profile, String model, String server) {
        this.profile = profile;
        this.model = model;
        this.server = server;
    }

    /** Asks for a text's ids, without anything added; special tokens in it become single ids. */
    public Optional<Request> tokenize(String text) {
        return profile.tokenizer()
                .map(TokenizerRoutes::tokenize)
                .map(route -> request(route.path(), body(route).put(route.textField(), text)));
    }

    /** Asks for the text of ids. */
    public Optional<Request> detokenize(int[] ids) {
        return profile.tokenizer()
                .map(TokenizerRoutes::detokenize)
                .map(
                        route -> {
                            ObjectNode body = body(route);
                            PromptWriter.addAll(body.putArray("tokens"), ids);
                            return request(route.path(), body);
                        });
    }

    /**
     * Asks for the conversation as the model's template renders it, up to where the assistant
     * begins. The answer is ids or a text, as the profile's {@link HeadRenderer} says.
     */
    public Optional<Request> head(List<Message> messages) {
        return switch (profile.head()) {
            case TOKENIZE_MESSAGES ->
                    profile.tokenizer()
                            .map(TokenizerRoutes::tokenize)
                            .map(
                                    route ->
                                            request(
                                                    route.path(),
                                                    with(messages, body(route))
                                                            .put("add_generation_prompt", true)));
            case APPLY_TEMPLATE ->
                    Optional.of(request(APPLY_TEMPLATE, with(messages, Json.object())));
            case OUR_TEMPLATE, CHAT -> Optional.empty();
        };
    }

    /** Reads ids. */
    public int[] ids(String reply) {
        JsonNode tokens = Json.read(reply, server).path("tokens");
        if (!tokens.isArray() || !tokens.valueStream().allMatch(JsonNode::canConvertToInt)) {
            throw missing("tokens");
        }
        return tokens.valueStream().mapToInt(JsonNode::intValue).toArray();
    }

    /** Reads the text of ids. */
    public String text(String reply) {
        return text(
                reply,
                profile.tokenizer()
                        .map(routes -> routes.detokenize().textField())
                        .orElse("content"));
    }

    /** Reads a rendered conversation. */
    public String prompt(String reply) {
        return text(reply, "prompt");
    }

    private String text(String reply, String field) {
        JsonNode text = Json.read(reply, server).path(field);
        if (!text.isString()) {
            throw missing(field);
        }
        return text.stringValue();
    }

    private ObjectNode body(TokenizerRoutes.Route route) {
        ObjectNode body = route.extra().deepCopy();
        if (!model.isBlank()) {
            body.put("model", model);
        }
        return body;
    }

    private static ObjectNode with(List<Message> messages, ObjectNode body) {
        PromptWriter.messages(messages, body.putArray("messages"));
        return body;
    }

    private static Request request(String path, ObjectNode body) {
        return new Request(path, Framing.EVENTS, body);
    }

    private RetryableException missing(String field) {
        return new RetryableException(
                "%s answered without '%s': is the profile '%s' the right one?"
                        .formatted(server, field, profile.name()),
                Details.of(server),
                null);
    }
}
