package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.openai.internal.profile.PromptMode;
import dev.glimprouter.question.Message;

import java.util.List;
import java.util.Objects;

/** The text that a server is to continue, in the form in which it is sent. */
public sealed interface PromptText {

    /** Which form it has. */
    PromptMode mode();

    /** One piece of a {@link Mixed} prompt. */
    sealed interface Part extends PromptText permits Ids, Text {}

    /**
     * Token ids.
     *
     * @param ids at least one, none negative; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // long, and only passed on
    record Ids(int[] ids) implements Part {

        /** Checks that there is something to continue. */
        public Ids {
            if (ids.length == 0) {
                throw new IllegalArgumentException("a prompt needs at least one token");
            }
        }

        @Override
        public PromptMode mode() {
            return PromptMode.TOKENS;
        }
    }

    /**
     * Token ids and texts in turn.
     *
     * @param parts at least one
     */
    record Mixed(List<Part> parts) implements PromptText {

        /** Copies the list. */
        public Mixed {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a prompt needs at least one part");
            }
        }

        @Override
        public PromptMode mode() {
            return PromptMode.MIXED;
        }
    }

    /**
     * Rendered text.
     *
     * @param text everything up to where the server goes on
     */
    record Text(String text) implements Part {

        /** Checks for null. */
        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public PromptMode mode() {
            return PromptMode.TEXT;
        }
    }

    /**
     * A conversation.
     *
     * @param messages up to the user's last, at least one
     * @param assistantPrefix how the assistant's next message has begun; empty if it has not
     */
    record Chat(List<Message> messages, String assistantPrefix) implements PromptText {

        /** Copies the list. */
        public Chat {
            messages = List.copyOf(messages);
            Objects.requireNonNull(assistantPrefix, "assistantPrefix");
            if (messages.isEmpty()) {
                throw new IllegalArgumentException("a conversation needs at least one message");
            }
        }

        @Override
        public PromptMode mode() {
            return PromptMode.CHAT;
        }
    }
}
