package dev.glimprouter.openai.internal.session;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.openai.internal.wire.PromptText;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import java.util.ArrayList;
import java.util.List;

/**
 * A question that the user asks after the assistant's text.
 *
 * @param at where in the session's text, in characters
 * @param aside the question
 */
record AskedTurn(int at, Aside aside) {

    /** Characters that it adds to the text. */
    int length() {
        return aside.question().length() + aside.opening().length();
    }

    /** The whole conversation. */
    PromptText.Chat chat(Head head, String text) {
        List<Message> messages = new ArrayList<>(head.prompt().messages());
        messages.add(new Message(Role.ASSISTANT, head.prompt().opening() + text.substring(0, at)));
        messages.add(new Message(Role.USER, aside.question()));
        return new PromptText.Chat(messages, aside.opening() + text.substring(at));
    }
}
