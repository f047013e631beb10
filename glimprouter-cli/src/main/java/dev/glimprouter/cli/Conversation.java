package dev.glimprouter.cli;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;

import java.util.ArrayList;
import java.util.List;

/** The turns of a chat: what was asked and answered, without the reasoning. Not thread safe. */
final class Conversation {

    private final String instruction;
    private final List<Message> turns = new ArrayList<>();
    private int asked;

    /**
     * An empty one.
     *
     * @param instruction system message, blank for none
     */
    Conversation(String instruction) {
        this.instruction = instruction;
    }

    /** The question that the next message makes with all turns before it. */
    Question next(String message) {
        List<Message> messages = new ArrayList<>();
        if (!instruction.isBlank()) {
            messages.add(new Message(Role.SYSTEM, instruction));
        }
        messages.addAll(turns);
        messages.add(new Message(Role.USER, message));
        asked++;
        return new Question("turn-" + asked, messages);
    }

    /** How many questions were made, from 1; the ones that failed included. */
    int asked() {
        return asked;
    }

    /** Whether there is anything to forget. */
    boolean hasTurns() {
        return !turns.isEmpty();
    }

    /** Keeps a turn. */
    void keep(String message, String answer) {
        turns.add(new Message(Role.USER, message));
        turns.add(new Message(Role.ASSISTANT, answer));
    }

    /** Forgets all turns. */
    void reset() {
        turns.clear();
    }
}
