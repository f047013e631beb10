package dev.glimprouter.question;

import java.util.Objects;

/**
 * One turn of a conversation.
 *
 * @param role who says it
 * @param content its text, any Unicode; control words of a model in it stay plain text
 */
public record Message(Role role, String content) {

    /** Checks for nulls. */
    public Message {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(content, "content");
    }
}
