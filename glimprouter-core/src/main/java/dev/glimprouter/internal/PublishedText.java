package dev.glimprouter.internal;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Question;
import dev.glimprouter.question.Role;

import java.util.ArrayList;
import java.util.List;

/** The texts of the published protocol. */
final class PublishedText {

    /** Ends a step, whether or not its writer wrote it. */
    static final String BLANK_LINE = "\n\n";

    private static final String CLOSE_TAG = "</think>";

    /** What every prompt but the first step's begins with. */
    private static final String OPEN_TAG = "<think>";

    private PublishedText() {}

    /** The first step's prompt: the user's words, and nothing begun. */
    static Prompt first(Question question) {
        return new Prompt(userOnly(question.messages()), "");
    }

    /** The prompt of all others, to which the steps are added. */
    static Prompt later(Question question) {
        return new Prompt(userOnly(question.messages()), OPEN_TAG);
    }

    /** Without a system message: its text becomes the beginning of the first user message. */
    private static List<Message> userOnly(List<Message> messages) {
        if (messages.getFirst().role() != Role.SYSTEM) {
            return messages;
        }
        String instruction = messages.getFirst().content();
        List<Message> folded = new ArrayList<>(messages.subList(1, messages.size()));
        for (int i = 0; i < folded.size(); i++) {
            if (folded.get(i).role() == Role.USER) {
                String words = folded.get(i).content();
                folded.set(i, new Message(Role.USER, instruction + BLANK_LINE + words));
                return folded;
            }
        }
        throw new IllegalStateException("a question ends with the user's message");
    }

    static boolean closes(String step) {
        return step.contains(CLOSE_TAG);
    }

    /** What of a step comes before its first close tag. */
    static String beforeClose(String step) {
        int tag = step.indexOf(CLOSE_TAG);
        return tag < 0 ? step : step.substring(0, tag);
    }
}
