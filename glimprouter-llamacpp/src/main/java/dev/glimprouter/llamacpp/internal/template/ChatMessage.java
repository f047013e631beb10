package dev.glimprouter.llamacpp.internal.template;

import java.util.Locale;

/**
 * One message of a conversation. The role is a closed set because templates build control tokens
 * from it.
 */
public record ChatMessage(Role role, String content) {
    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        /** The name that templates know: the lower-case name. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
