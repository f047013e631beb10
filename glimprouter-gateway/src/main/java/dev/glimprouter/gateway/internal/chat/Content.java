package dev.glimprouter.gateway.internal.chat;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the content of a message: a text, or a list of parts that are texts. */
public final class Content {

    private static final String FIELD = "content";
    private static final Set<String> CHAT = Set.of("text");

    private Content() {}

    /** The text in a message of a chat. */
    static String read(Fields message) {
        return read(message, CHAT);
    }

    /**
     * The text; parts are joined by line breaks. Empty where there is none.
     *
     * @param types the types of parts that are texts
     */
    public static String read(Fields message, Set<String> types) {
        Optional<JsonNode> content = message.value(FIELD);
        if (content.isEmpty()) {
            return "";
        }
        if (content.get().isString()) {
            return content.get().stringValue();
        }
        if (!content.get().isArray()) {
            throw message.wrong(FIELD, "a text, or a list of parts");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < content.get().size(); i++) {
            String place = message.place(FIELD) + "[" + i + "]";
            texts.add(part(Fields.at(place, content.get().get(i)), types));
        }
        return String.join("\n", texts);
    }

    private static String part(Fields part, Set<String> types) {
        String type = part.text("type").orElseThrow(() -> part.wrong("type", "there"));
        if (!types.contains(type)) {
            throw Refusal.unsupported(
                    part.place("type"),
                    "%s: only text is read here.".formatted(part.place("type")));
        }
        String text = part.text("text").orElseThrow(() -> part.wrong("text", "there"));
        for (String name : List.of("annotations", "logprobs")) {
            if (part.list(name).filter(list -> !list.isEmpty()).isPresent()) {
                throw Refusal.unsupported(
                        part.place(name),
                        "%s cannot be honoured here: leave it out.".formatted(part.place(name)));
            }
        }
        part.finish();
        return text;
    }
}
