package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.question.Message;

import java.util.List;
import java.util.Optional;

/**
 * What a client asks for, as far as it is honoured.
 *
 * @param model which model
 * @param messages the conversation, system messages first and joined to one
 * @param stream whether the reply is streamed
 * @param choices how many answers
 * @param mostTokens most tokens of reasoning and answer
 * @param stops texts that end an answer, none of them empty
 * @param draws how tokens are drawn
 * @param extension what only this gateway knows
 */
public record ChatRequest(
        ModelName model,
        List<Message> messages,
        boolean stream,
        int choices,
        Optional<Integer> mostTokens,
        List<String> stops,
        Draws draws,
        Extension extension) {

    /** Copies the lists. */
    public ChatRequest {
        messages = List.copyOf(messages);
        stops = List.copyOf(stops);
    }

    /**
     * How tokens are drawn, where the client says so.
     *
     * @param temperature 0 for the likeliest token always
     * @param topP smallest set of tokens with this probability
     * @param topK most tokens to draw from
     * @param minP least probability as a share of the likeliest one's
     * @param seed start of all random draws
     */
    public record Draws(
            Optional<Double> temperature,
            Optional<Double> topP,
            Optional<Integer> topK,
            Optional<Double> minP,
            Optional<Long> seed) {

        /** What a request says. */
        public static Draws read(Fields from) {
            return new Draws(
                    from.real("temperature"),
                    from.real("top_p"),
                    from.whole("top_k", 0, Integer.MAX_VALUE),
                    from.real("min_p"),
                    from.wholeLong("seed"));
        }
    }
}
