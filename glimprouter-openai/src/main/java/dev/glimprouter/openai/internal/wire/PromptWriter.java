package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.openai.internal.profile.PromptRoute;
import dev.glimprouter.question.Message;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/** Writes a prompt into a body. */
final class PromptWriter {

    private PromptWriter() {}

    static void write(PromptText prompt, PromptRoute route, ObjectNode body) {
        switch (prompt) {
            case PromptText.Ids ids -> addAll(body.putArray("prompt"), ids.ids());
            case PromptText.Text text -> body.put("prompt", text.text());
            case PromptText.Mixed mixed -> mixed(mixed, body.putArray("prompt"));
            case PromptText.Chat chat -> chat(chat, route, body);
        }
    }

    static void addAll(ArrayNode array, int[] ids) {
        for (int id : ids) {
            array.add(id);
        }
    }

    static void messages(List<Message> messages, ArrayNode array) {
        for (Message message : messages) {
            array.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.content());
        }
    }

    private static void mixed(PromptText.Mixed mixed, ArrayNode array) {
        for (PromptText.Part part : mixed.parts()) {
            switch (part) {
                case PromptText.Ids ids -> addAll(array, ids.ids());
                case PromptText.Text text -> array.add(text.text());
            }
        }
    }

    private static void chat(PromptText.Chat chat, PromptRoute route, ObjectNode body) {
        ArrayNode array = body.putArray("messages");
        messages(chat.messages(), array);
        if (!chat.assistantPrefix().isEmpty()) {
            array.addObject()
                    .put("role", "assistant")
                    .put("content", chat.assistantPrefix())
                    .setAll(route.lastMessage());
            body.setAll(route.continuing());
        }
    }
}
