package dev.glimprouter.question;

import dev.glimprouter.error.RequestException;

import java.util.ArrayList;
import java.util.List;

/**
 * What the user asks: the conversation so far, ending with a user message.
 *
 * @param id names the question; the random draws of its tokens derive from it
 * @param messages the conversation: at most one system message, which comes first, then turns; the
 *     last one is the user's and not blank
 */
public record Question(String id, List<Message> messages) {

    /**
     * How a model that was not trained to reason is asked to lay out its reasoning; what it shall
     * then give is to be added.
     */
    public static final String REASONING_INSTRUCTION =
            "You are a careful reasoner. First think step by step inside <think> and </think>: one"
                    + " short step per paragraph, paragraphs separated by a blank line. When the"
                    + " reasoning is complete, close it with </think>, then give ";

    /** The default instruction for models that were not trained to reason. */
    public static final String INSTRUCTION =
            REASONING_INSTRUCTION + "the final answer in \\boxed{}.";

    /** Checks the order of the messages. */
    public Question {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || messages.getLast().role() != Role.USER) {
            throw new RequestException("The last message must be the user's question.");
        }
        if (messages.getLast().content().isBlank()) {
            throw new RequestException("The question is empty: write it as the last argument.");
        }
        if (messages.stream().skip(1).anyMatch(message -> message.role() == Role.SYSTEM)) {
            throw new RequestException("Only the first message may be a system message.");
        }
    }

    /** A single question with the default instruction. */
    public static Question of(String text) {
        return of(INSTRUCTION, text);
    }

    /** A single question with an instruction of its own as system message; blank for none. */
    public static Question of(String instruction, String text) {
        return of(instruction, List.of(new Message(Role.USER, text)));
    }

    /**
     * A conversation behind an instruction, which is blank for none. System messages that it begins
     * with are joined to the instruction.
     */
    public static Question of(String instruction, List<Message> conversation) {
        List<Message> messages = new ArrayList<>(conversation);
        List<String> system = new ArrayList<>();
        if (!instruction.isBlank()) {
            system.add(instruction);
        }
        while (!messages.isEmpty() && messages.getFirst().role() == Role.SYSTEM) {
            system.add(messages.removeFirst().content());
        }
        if (!system.isEmpty()) {
            messages.addFirst(new Message(Role.SYSTEM, String.join("\n\n", system)));
        }
        return new Question("q", messages);
    }

    /** The same question under another name. */
    public Question withId(String newId) {
        return new Question(newId, messages);
    }
}
