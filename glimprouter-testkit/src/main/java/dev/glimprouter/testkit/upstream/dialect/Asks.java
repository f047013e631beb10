package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Distributions;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.engine.StopScanner;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what dialects have in common. */
final class Asks {

    /** As many tokens as fit. */
    static final int ALL = Integer.MAX_VALUE;

    private Asks() {}

    /**
     * A request for a generation.
     *
     * @param body what it says
     * @param options where its sampling stands
     */
    static Ask of(
            Body body,
            Body options,
            List<Integer> prompt,
            int maxTokens,
            boolean keepStop,
            int top,
            boolean stream) {
        List<String> stops = options.texts("stop");
        Generation request =
                new Generation(
                        sampling(options),
                        Math.max(1, maxTokens),
                        until(stops),
                        top > 0 ? Distributions.ALL : Distributions.NONE,
                        options.big("seed", 0));
        int least = options.integer("min_tokens", 0);
        return new Ask(body, prompt, request, stops, keepStop, least, top, stream);
    }

    private static Sampling sampling(Body options) {
        try {
            return new Sampling(
                    options.number("temperature", 1),
                    options.number("top_p", 1),
                    Math.max(0, options.integer("top_k", 0)),
                    options.number("min_p", 0));
        } catch (RequestException wrong) {
            throw new Refusal(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static Until until(List<String> stops) {
        boolean tag = stops.contains(StopScanner.CLOSE_TAG);
        if (stops.contains("\n\n")) {
            return tag ? Until.STEP : Until.BLANK_LINE;
        }
        return tag ? Until.REASONING : Until.END_OF_SEQUENCE;
    }

    /** A prompt given as text or as tokens; neither is an error. */
    static List<Integer> prompt(Body body, String name, Host host, boolean begin) {
        JsonNode prompt = body.json().path(name);
        if (prompt.isString()) {
            return host.encode(prompt.stringValue(), begin);
        }
        if (prompt.isArray() && !prompt.isEmpty()) {
            List<Integer> ids = new ArrayList<>();
            for (JsonNode part : prompt) {
                if (part.isString()) {
                    ids.addAll(host.encode(part.stringValue(), begin && ids.isEmpty()));
                } else {
                    ids.add(part.intValue());
                }
            }
            return ids;
        }
        throw new Refusal(400, "\"" + name + "\" must be text or a list of token ids");
    }

    /** The messages of a chat. */
    static List<Message> messages(Body body) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode one : body.json().path("messages")) {
            Body message = new Body(one);
            Role role = Role.valueOf(message.text("role", "user").toUpperCase(Locale.ROOT));
            String thoughts = message.text("reasoning_content", "");
            messages.add(new Message(role, thoughts + message.text("content", "")));
        }
        if (messages.isEmpty()) {
            throw new Refusal(400, "\"messages\" is required");
        }
        return messages;
    }

    static boolean endsWithAssistant(List<Message> messages) {
        return messages.getLast().role() == Role.ASSISTANT;
    }

    /** How many candidates a chat asks for. */
    static int chatTop(Body body, int otherwise) {
        return body.flag("logprobs", false) ? body.integer("top_logprobs", otherwise) : 0;
    }
}
