package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.internal.chat.Content;
import dev.glimprouter.gateway.internal.chat.Fields;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.gateway.internal.chat.Roles;
import dev.glimprouter.gateway.internal.chat.Turns;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the conversation of a request for a response: a text, or a list of items. Items of
 * reasoning are dropped.
 *
 * @param most most items
 */
record Input(int most) {

    private static final String FIELD = "input";
    private static final Set<String> TEXTS = Set.of("input_text", "output_text", "text");

    /** The conversation, the instructions first. */
    List<Message> read(Fields from, Optional<String> instructions) {
        Turns turns = new Turns();
        instructions
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> turns.add("instructions", new Message(Role.SYSTEM, text)));
        JsonNode given = from.value(FIELD).orElseThrow(() -> from.wrong(FIELD, "there"));
        if (given.isString()) {
            turns.add(FIELD, new Message(Role.USER, given.stringValue()));
        } else if (given.isArray() && !given.isEmpty() && given.size() <= most) {
            for (int i = 0; i < given.size(); i++) {
                String place = FIELD + "[" + i + "]";
                item(turns, place, Fields.at(place, given.get(i)));
            }
        } else {
            throw from.wrong(FIELD, "a text, or a list of 1 to %d items".formatted(most));
        }
        return turns.all(FIELD);
    }

    private static void item(Turns turns, String place, Fields item) {
        switch (item.text("type").orElse("message")) {
            case "message" -> turns.add(place, message(item));
            case "reasoning" -> drop(item);
            default ->
                    throw Refusal.unsupported(
                            item.place("type"),
                            "%s: only messages and reasoning are read here."
                                    .formatted(item.place("type")));
        }
        item.finish();
    }

    private static Message message(Fields item) {
        Role role = Roles.read(item);
        String text = Content.read(item, TEXTS);
        if (text.isEmpty() && role != Role.ASSISTANT) {
            throw item.wrong("content", "there");
        }
        item.value("id");
        item.value("status");
        return new Message(role, text);
    }

    private static void drop(Fields reasoning) {
        for (String name : List.of("id", "summary", "content", "encrypted_content", "status")) {
            reasoning.value(name);
        }
    }
}
