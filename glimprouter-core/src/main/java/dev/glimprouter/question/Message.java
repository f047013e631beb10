package dev.glimprouter.question;

import java.util.Objects;

/**
 * One turn of a conversation.
 *
 * @param role who says it
 * @param content its text, any Unicode; control words of a model in it stay plain text
 */
public record Message(Role role, String content) {

    private static final String OPEN_TAG = "<think>";
    private static final String CLOSE_TAG = "</think>";

    /** Checks for nulls. */
    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(content, "content");
    }

    /** The same without a reasoning that an earlier answer begins with. */
    public Message withoutReasoning() {
        int close = content.indexOf(CLOSE_TAG);
        boolean reasoned =
                role == Role.ASSISTANT && content.stripLeading().startsWith(OPEN_TAG) && close >= 0;
        return reasoned
                ? new Message(role, content.substring(close + CLOSE_TAG.length()).strip())
                : this;
    }
}
