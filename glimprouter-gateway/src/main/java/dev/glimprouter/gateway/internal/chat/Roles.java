package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.question.Role;

/** Reads whose message one is. */
public final class Roles {

    private Roles() {}

    /** The role of a message. */
    public static Role read(Fields message) {
        String role = message.text("role").orElseThrow(() -> message.wrong("role", "there"));
        return switch (role) {
            case "system", "developer" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool", "function" ->
                    throw Refusal.unsupported(
                            message.place("role"),
                            "%s: tools are not called here.".formatted(message.place("role")));
            default -> throw message.wrong("role", "system, developer, user or assistant");
        };
    }
}
