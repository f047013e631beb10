package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scripted models' chat template, forwards and backwards.
 *
 * @param thinks whether the generation prompt opens the reasoning
 * @param strips whether the end of a continued message is stripped
 * @param begins whether the text begins with the begin-of-sequence token
 */
record Template(boolean thinks, boolean strips, boolean begins) {

    /**
     * A prompt taken apart.
     *
     * @param head messages and opening
     * @param text what the assistant has written after the opening
     */
    record Parts(Prompt head, String text) {}

    private static final String ASSISTANT = "<|assistant|>";
    private static final Pattern MESSAGE =
            Pattern.compile("<\\|(system|user|assistant)\\|>(.*?)<\\|end\\|>", Pattern.DOTALL);

    /** The same in Jinja, as servers tell it. */
    String jinja() {
        return (begins ? Vocabulary.BEGIN_TEXT : "")
                + "{% for message in messages %}<|{{ message.role }}|>{{ message.content }}<|end|>"
                + "{% endfor %}{% if add_generation_prompt %}<|assistant|>"
                + (thinks ? "<think>\n" : "")
                + "{% endif %}";
    }

    /** The messages, and the generation prompt if the assistant is to go on. */
    String render(List<Message> messages, boolean open) {
        StringBuilder text = new StringBuilder(begins ? Vocabulary.BEGIN_TEXT : "");
        for (Message message : messages) {
            text.append("<|").append(message.role().name().toLowerCase(Locale.ROOT)).append("|>");
            text.append(message.content()).append("<|end|>");
        }
        if (open) {
            text.append(ASSISTANT).append(thinks ? Prompt.THINK : "");
        }
        return text.toString();
    }

    /** The messages, of which the last one is the assistant's and goes on. */
    String renderContinued(List<Message> messages, boolean withGenerationPrompt) {
        String begun = messages.getLast().content();
        String head = render(messages.subList(0, messages.size() - 1), withGenerationPrompt);
        String opening = withGenerationPrompt ? "" : ASSISTANT;
        return head + opening + (strips ? begun.stripTrailing() : begun);
    }

    /** Takes a rendered prompt apart; text without messages is all text. */
    static Parts parse(String prompt) {
        int at = prompt.lastIndexOf(ASSISTANT);
        if (at < 0) {
            return new Parts(new Prompt(List.of(), ""), prompt);
        }
        List<Message> messages = new ArrayList<>();
        Matcher matcher = MESSAGE.matcher(prompt.substring(0, at));
        while (matcher.find()) {
            Role role = Role.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
            messages.add(new Message(role, matcher.group(2)));
        }
        String text = prompt.substring(at + ASSISTANT.length());
        String opening = text.startsWith(Prompt.THINK) ? Prompt.THINK : "";
        return new Parts(new Prompt(messages, opening), text.substring(opening.length()));
    }
}
