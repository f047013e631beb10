package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.gateway.Bounds;
import dev.glimprouter.gateway.internal.chat.ChatRequest.Draws;
import dev.glimprouter.strategy.TokenSplit;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads requests for chat completions. What cannot be honoured is refused by name: nothing is
 * ignored in silence.
 */
public final class ChatReader implements RequestReader {

    private static final int MOST_STOPS = 4;
    private static final int LONGEST_STOP = 256;

    private final Bounds bounds;
    private final RequestJson json;
    private final Conversation conversation;

    /** A reader within these bounds. */
    public ChatReader(Bounds bounds) {
        this.bounds = bounds;
        this.json = new RequestJson(bounds);
        this.conversation = new Conversation(bounds.messages());
    }

    @Override
    public Asked read(byte[] body) {
        Fields from = Fields.ofBody(json.read(body));
        ModelName model =
                ModelName.of(from.text("model").orElseThrow(() -> from.wrong("model", "there")));
        boolean stream = from.flag("stream").orElse(false);
        boolean usage = usage(from, stream);
        ChatRequest request =
                new ChatRequest(
                        model,
                        conversation.read(from),
                        stream,
                        from.whole("n", 1, bounds.choices()).orElse(1),
                        mostTokens(from),
                        stops(from),
                        Draws.read(from),
                        Extension.read(from).with(model));
        Harmless.check(ChatHarmless.FIELDS, from);
        from.finish();
        return new Asked(request, new ChatForm(model.whole(), request.choices(), usage));
    }

    private static boolean usage(Fields from, boolean stream) {
        Optional<Fields> options = from.object("stream_options");
        if (options.isEmpty()) {
            return false;
        }
        if (!stream) {
            throw Refusal.ofValue(
                    "stream_options", "stream_options goes with stream: true; leave it out.");
        }
        boolean usage = options.get().flag("include_usage").orElse(false);
        if (options.get().flag("include_obfuscation").orElse(false)) {
            throw Refusal.unsupported(
                    "stream_options.include_obfuscation",
                    "stream_options.include_obfuscation cannot be honoured here: leave it out.");
        }
        options.get().finish();
        return usage;
    }

    private static Optional<Integer> mostTokens(Fields from) {
        Optional<Integer> old =
                from.whole("max_tokens", TokenSplit.LEAST_TOKENS, Integer.MAX_VALUE);
        Optional<Integer> now =
                from.whole("max_completion_tokens", TokenSplit.LEAST_TOKENS, Integer.MAX_VALUE);
        if (old.isPresent() && now.isPresent() && !Objects.equals(old, now)) {
            throw Refusal.ofValue(
                    "max_tokens",
                    "max_tokens and max_completion_tokens say different things: keep one.");
        }
        return now.or(() -> old);
    }

    private static List<String> stops(Fields from) {
        Optional<JsonNode> given = from.value("stop");
        List<String> stops = new ArrayList<>();
        if (given.isPresent() && given.get().isArray()) {
            given.get().forEach(stop -> stops.add(stop(from, stop)));
        } else {
            given.ifPresent(stop -> stops.add(stop(from, stop)));
        }
        if (stops.size() > MOST_STOPS) {
            throw from.wrong("stop", "at most %d texts".formatted(MOST_STOPS));
        }
        return stops;
    }

    private static String stop(Fields from, JsonNode stop) {
        String text = stop.isString() ? stop.stringValue() : "";
        if (text.isEmpty() || text.length() > LONGEST_STOP) {
            throw from.wrong(
                    "stop",
                    "a text of 1 to %d characters, or a list of such".formatted(LONGEST_STOP));
        }
        return text;
    }
}
