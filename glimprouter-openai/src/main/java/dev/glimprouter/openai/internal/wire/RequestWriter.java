package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.openai.internal.profile.Api;
import dev.glimprouter.openai.internal.profile.Framing;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.PromptRoute;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** Writes requests as a kind of server wants them. */
public final class RequestWriter {

    private static final String GENERATE = "/generate";

    private RequestWriter() {}

    /**
     * The request for a text.
     *
     * @throws IllegalArgumentException if the server takes no prompt of that form
     */
    public static Request write(Profile profile, Ask ask) {
        return write(profile, ask, ask.generation().maxTokens());
    }

    /**
     * The request that only brings the ask's prompt into the server's cache, by the same slot and
     * under the ask's id; empty if there is no way.
     */
    public static Optional<Request> prefill(Profile profile, Ask ask) {
        Generation nothing =
                new Generation(
                        Sampling.GREEDY,
                        1,
                        Generation.Until.END_OF_SEQUENCE,
                        Generation.Distributions.NONE,
                        0);
        Ask quiet =
                new Ask(
                        ask.prompt(),
                        ask.model(),
                        nothing,
                        0,
                        ask.requestId(),
                        ask.urgency(),
                        ask.slot(),
                        false);
        return switch (profile.prefill()) {
            case NONE -> Optional.empty();
            case MAX_TOKENS_1 -> Optional.of(write(profile, quiet, 1));
            case N_PREDICT_0 -> Optional.of(write(profile, quiet, 0));
            case MAX_NEW_TOKENS_0 ->
                    Optional.of(
                            generateNothing(profile, quiet)
                                    .orElseGet(() -> write(profile, quiet, 1)));
        };
    }

    /** The request that ends another one; empty where closing its stream does. */
    public static Optional<Request> abort(Profile profile, String requestId) {
        return profile.abort()
                .map(
                        route ->
                                new Request(
                                        route.path(),
                                        Framing.EVENTS,
                                        Json.object().put(route.field(), requestId)));
    }

    private static Request write(Profile profile, Ask ask, int limit) {
        PromptRoute route =
                profile.route(ask.prompt().mode())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s takes no prompt as %s"
                                                        .formatted(
                                                                profile.name(),
                                                                ask.prompt().mode())));
        ObjectNode body = route.extra().deepCopy();
        if (!ask.model().isBlank()) {
            body.put("model", ask.model());
        }
        PromptWriter.write(ask.prompt(), route, body);
        ObjectNode options =
                route.api() == Api.OLLAMA_GENERATE ? body.withObject("/options") : body;
        options.put(profile.limitField(), limit);
        FieldWriter.sampling(profile.sampling(), ask.generation(), options);
        FieldWriter.stops(profile.stops(), ask.generation().until(), options);
        FieldWriter.logProbs(route.api(), Math.min(ask.top(), profile.logProbs().cap()), body);
        FieldWriter.addressing(profile, route.api(), ask, body);
        body.put("stream", ask.stream());
        if (ask.stream() && !route.streamOptions().isEmpty()) {
            body.set("stream_options", route.streamOptions().deepCopy());
        }
        return new Request(route.path(), route.api().framing(), body);
    }

    private static Optional<Request> generateNothing(Profile profile, Ask ask) {
        ObjectNode body = Json.object();
        switch (ask.prompt()) {
            case PromptText.Ids ids -> PromptWriter.addAll(body.putArray("input_ids"), ids.ids());
            case PromptText.Text text -> body.put("text", text.text());
            case PromptText.Mixed _, PromptText.Chat _ -> {
                return Optional.empty();
            }
        }
        body.putObject("sampling_params").put("max_new_tokens", 0).put("temperature", 0);
        FieldWriter.addressing(profile, Api.COMPLETIONS, ask, body);
        body.put("stream", false);
        return Optional.of(new Request(GENERATE, Framing.EVENTS, body));
    }
}
