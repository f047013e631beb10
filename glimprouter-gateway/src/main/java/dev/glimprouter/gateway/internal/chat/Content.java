package dev.glimprouter.gateway.internal.chat;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the content of a message: a text, or a list of parts that are texts. */
final class Content {

    private static final String FIELD = "content";

    private Content() {}

    /** Its text; parts are joined by line breaks. Empty where there is none. */
    static String read(Fields message) {
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
            texts.add(part(Fields.at(place, content.get().get(i))));
        }
        return String.join("\n", texts);
    }

    private static String part(Fields part) {
        String type = part.text("type").orElseThrow(() -> part.wrong("type", "there"));
        if (!type.equals("text")) {
            throw Refusal.unsupported(
                    part.place("type"),
                    "%s: only text is read here.".formatted(part.place("type")));
        }
        String text = part.text("text").orElseThrow(() -> part.wrong("text", "there"));
        part.finish();
        return text;
    }
}
