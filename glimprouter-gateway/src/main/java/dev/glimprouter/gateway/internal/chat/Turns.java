package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a conversation together: system messages first, joined to one, then turns of which the last
 * is the user's. Reasoning that stands before an answer is dropped: the models see earlier answers
 * only. Not thread safe.
 */
public final class Turns {

    private static final String PARAGRAPH = "\n\n";

    private final List<String> system = new ArrayList<>();
    private final List<Message> turns = new ArrayList<>();

    /** A conversation that has not begun. */
    public Turns() {}

    /**
     * Adds a message.
     *
     * @param place where it stands, as errors name it
     */
    public void add(String place, Message message) {
        switch (message.role()) {
            case USER -> turns.add(message);
            case ASSISTANT -> turns.add(message.withoutReasoning());
            case SYSTEM -> {
                if (!turns.isEmpty()) {
                    throw Refusal.unsupported(
                            place + ".role",
                            "%s.role: system messages come before all others.".formatted(place));
                }
                system.add(message.content());
            }
        }
    }

    /**
     * All of it.
     *
     * @param field where it came from
     */
    public List<Message> all(String field) {
        if (turns.isEmpty()
                || turns.getLast().role() != Role.USER
                || turns.getLast().content().isBlank()) {
            throw Refusal.ofValue(
                    field, "The last message must be the user's question, and not be blank.");
        }
        List<Message> all = new ArrayList<>(turns);
        if (!system.isEmpty()) {
            all.addFirst(new Message(Role.SYSTEM, String.join(PARAGRAPH, system)));
        }
        return all;
    }
}
