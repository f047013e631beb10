package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import tools.jackson.databind.node.ArrayNode;

import java.util.List;

/**
 * Reads the messages of a chat request. Reasoning that a client sends back is dropped.
 *
 * @param most most messages
 */
record Conversation(int most) {

    private static final String FIELD = "messages";

    /** The conversation: at most one system message, which comes first, then turns. */
    List<Message> read(Fields from) {
        ArrayNode list = from.list(FIELD).orElseThrow(() -> from.wrong(FIELD, "there"));
        if (list.isEmpty() || list.size() > most) {
            throw from.wrong(FIELD, "a list of 1 to %d messages".formatted(most));
        }
        Turns turns = new Turns();
        for (int i = 0; i < list.size(); i++) {
            String place = FIELD + "[" + i + "]";
            turns.add(place, message(Fields.at(place, list.get(i))));
        }
        return turns.all(FIELD);
    }

    private static Message message(Fields from) {
        Role role = Roles.read(from);
        String content = Content.read(from);
        if (role == Role.ASSISTANT) {
            from.value("reasoning_content");
            from.value("reasoning");
            from.value("reasoning_details");
        } else if (content.isEmpty()) {
            throw from.wrong("content", "there");
        }
        for (String name : List.of("refusal", "audio", "function_call")) {
            from.value(name).ifPresent(_ -> refuse(from, name));
        }
        for (String name : List.of("tool_calls", "annotations")) {
            from.list(name).filter(list -> !list.isEmpty()).ifPresent(_ -> refuse(from, name));
        }
        from.finish();
        return new Message(role, content);
    }

    private static void refuse(Fields from, String name) {
        throw Refusal.unsupported(
                from.place(name),
                "%s cannot be honoured here: leave it out.".formatted(from.place(name)));
    }
}
