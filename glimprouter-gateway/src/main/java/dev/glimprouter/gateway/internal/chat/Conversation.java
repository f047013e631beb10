package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import tools.jackson.databind.node.ArrayNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the messages of a request. Reasoning that a client sends back is dropped: the models see
 * earlier answers only.
 *
 * @param most most messages
 */
record Conversation(int most) {

    private static final String FIELD = "messages";
    private static final String PARAGRAPH = "\n\n";
    private static final String OPEN_TAG = "<think>";
    private static final String CLOSE_TAG = "</think>";

    /** The conversation: at most one system message, which comes first, then turns. */
    List<Message> read(Fields from) {
        ArrayNode list = from.list(FIELD).orElseThrow(() -> from.wrong(FIELD, "there"));
        if (list.isEmpty() || list.size() > most) {
            throw from.wrong(FIELD, "a list of 1 to %d messages".formatted(most));
        }
        List<String> system = new ArrayList<>();
        List<Message> turns = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = FIELD + "[" + i + "]";
            Message message = message(place, Fields.at(place, list.get(i)));
            if (message.role() != Role.SYSTEM) {
                turns.add(message);
            } else if (turns.isEmpty()) {
                system.add(message.content());
            } else {
                throw Refusal.unsupported(
                        place + ".role",
                        "%s.role: system messages come before all others.".formatted(place));
            }
        }
        checkLast(turns);
        if (!system.isEmpty()) {
            turns.addFirst(new Message(Role.SYSTEM, String.join(PARAGRAPH, system)));
        }
        return turns;
    }

    private static void checkLast(List<Message> turns) {
        if (turns.isEmpty()
                || turns.getLast().role() != Role.USER
                || turns.getLast().content().isBlank()) {
            throw Refusal.ofValue(
                    FIELD, "The last message must be the user's question, and not be blank.");
        }
    }

    private static Message message(String place, Fields from) {
        Role role = role(from);
        String content = Content.read(from);
        if (role == Role.ASSISTANT) {
            from.value("reasoning_content");
            from.value("reasoning");
            from.value("reasoning_details");
            content = withoutReasoning(content);
        } else if (content.isEmpty()) {
            throw from.wrong("content", "there");
        }
        for (String name : List.of("refusal", "audio", "function_call")) {
            refuse(place, from, name, Optional.empty());
        }
        for (String name : List.of("tool_calls", "annotations")) {
            refuse(place, from, name, from.list(name).filter(ArrayNode::isEmpty).map(_ -> name));
        }
        from.finish();
        return new Message(role, content);
    }

    private static void refuse(String place, Fields from, String name, Optional<String> harmless) {
        if (from.value(name).isPresent() && harmless.isEmpty()) {
            throw Refusal.unsupported(
                    from.place(name),
                    "%s.%s cannot be honoured here: leave it out.".formatted(place, name));
        }
    }

    private static Role role(Fields from) {
        String role = from.text("role").orElseThrow(() -> from.wrong("role", "there"));
        return switch (role) {
            case "system", "developer" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool", "function" ->
                    throw Refusal.unsupported(
                            from.place("role"),
                            "%s: tools are not called here.".formatted(from.place("role")));
            default -> throw from.wrong("role", "system, developer, user or assistant");
        };
    }

    /** An answer without a reasoning before it in the same text. */
    private static String withoutReasoning(String content) {
        int close = content.indexOf(CLOSE_TAG);
        return content.stripLeading().startsWith(OPEN_TAG) && close >= 0
                ? content.substring(close + CLOSE_TAG.length()).strip()
                : content;
    }
}
