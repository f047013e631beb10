package dev.glimprouter.trace.internal;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** A question as JSON. */
final class QuestionCodec {

    private QuestionCodec() {}

    static ObjectNode encode(Question question) {
        ObjectNode to = Json.object().put("id", question.id());
        ArrayNode messages = to.putArray("messages");
        for (Message message : question.messages()) {
            messages.addObject()
                    .put("role", Json.word(message.role()))
                    .put("content", message.content());
        }
        return to;
    }

    static Question decode(Fields from) {
        List<Message> messages =
                from.children("messages").stream().map(QuestionCodec::message).toList();
        return new Question(from.text("id"), messages);
    }

    private static Message message(Fields from) {
        return new Message(from.word("role", Role.class), from.text("content"));
    }
}
