package dev.glimprouter.eval.runner;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;

import java.util.List;

/** A question whose text may not be told: its checksum stands in its place. */
final class Withheld {

    private Withheld() {}

    static Question of(Question question, String hash) {
        List<Message> messages =
                question.messages().stream()
                        .map(
                                message ->
                                        message.role() == Role.USER
                                                ? new Message(Role.USER, "[withheld, " + hash + "]")
                                                : message)
                        .toList();
        return new Question(question.id(), messages);
    }
}
