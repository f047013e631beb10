package dev.glimprouter.template;

import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.template.internal.jinja.JinjaException;
import dev.glimprouter.template.internal.jinja.JinjaTemplate;
import dev.glimprouter.template.internal.jinja.RaisedException;
import dev.glimprouter.template.internal.jinja.Text;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/*
 * How a user is kept from writing control tokens.
 *
 * A rendered prompt mixes the template's text, in which <|im_end|> is a token, with message text, in
 * which it must stay text. Searching the output for the messages cannot tell the two apart:
 * templates trim, split, slice, escape and repeat content, and a message may quote the template.
 * Marker characters around the content change what trim, length and comparisons see.
 *
 * So the interpreter itself keeps count: every string value is a Text, which knows for each
 * character whether it came from a message. Content enters as message text; literals, data, roles
 * and bos/eos enter as template text; every operation carries the marks of the characters that it
 * keeps (what replace inserts has the marks of the replacement). Comparisons see characters only,
 * so the output is that of a plain rendering, and there is no second rendering to compare with.
 * Only a character whose mark is "template" can become part of a control token, and such a
 * character is always one that the template's author wrote. Roles are a closed set, since templates
 * build tokens of them (<|user|>).
 */

/**
 * A model's chat template, compiled: the Jinja program that writes a conversation down as the model
 * was trained to read it.
 *
 * <p>Templates come with model files and are not trusted: a rendering is bounded in time, memory
 * and output (1 Mi characters besides the messages). Immutable: several threads may render with it
 * at once.
 */
public final class ChatTemplate {
    private final JinjaTemplate template;
    private final String bosToken;
    private final String eosToken;
    private final Clock clock;

    private ChatTemplate(JinjaTemplate template, String bosToken, String eosToken, Clock clock) {
        this.template = template;
        this.bosToken = bosToken;
        this.eosToken = eosToken;
        this.clock = clock;
    }

    /**
     * Compiles a template.
     *
     * @param source the Jinja source, 1 Mi characters at most
     * @param bosToken the text of the model's beginning-of-sequence token; empty if it has none
     * @param eosToken the text of the model's end-of-sequence token; empty if it has none
     * @param clock answers {@code strftime_now} in its zone
     * @throws TemplateException if the source cannot be parsed
     */
    public static ChatTemplate compile(
            String source, String bosToken, String eosToken, Clock clock) {
        try {
            return new ChatTemplate(JinjaTemplate.parse(source), bosToken, eosToken, clock);
        } catch (JinjaException e) {
            throw new TemplateException("the chat template cannot be parsed: " + e.getMessage(), e);
        }
    }

    /**
     * Renders a conversation. A template that refuses the system role gets the leading system
     * message in front of the first user message, joined by a blank line.
     *
     * @param messages the conversation; nothing that they say becomes a control token
     * @param addGenerationPrompt whether the prompt ends with the opening of an assistant turn
     * @return the pieces in order; neighbours are of different kinds
     * @throws TemplateException if the template fails or refuses the conversation
     */
    public List<Piece> render(List<Message> messages, boolean addGenerationPrompt) {
        try {
            return pieces(text(messages, addGenerationPrompt));
        } catch (RaisedException refusal) {
            List<Message> folded = foldSystem(messages);
            if (folded == null) {
                throw refused(refusal);
            }
            return renderFolded(folded, addGenerationPrompt);
        } catch (JinjaException e) {
            throw failed(e);
        }
    }

    private List<Piece> renderFolded(List<Message> messages, boolean addGenerationPrompt) {
        try {
            return pieces(text(messages, addGenerationPrompt));
        } catch (RaisedException refusal) {
            throw refused(refusal);
        } catch (JinjaException e) {
            throw failed(e);
        }
    }

    private Text text(List<Message> messages, boolean addGenerationPrompt) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("messages", messages.stream().map(ChatTemplate::variables).toList());
        variables.put("add_generation_prompt", addGenerationPrompt);
        variables.put("bos_token", bosToken);
        variables.put("eos_token", eosToken);
        long messageChars = messages.stream().mapToLong(m -> m.content().length()).sum();
        return template.render(variables, messageChars, clock);
    }

    private static Map<String, Object> variables(Message message) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("role", message.role().name().toLowerCase(Locale.ROOT));
        variables.put("content", Text.ofMessage(message.content()));
        return variables;
    }

    private static List<Piece> pieces(Text text) {
        List<Piece> pieces = new ArrayList<>();
        for (Text.Run run : text.runs()) {
            pieces.add(
                    run.fromMessage()
                            ? new Piece.MessageText(run.chars())
                            : new Piece.TemplateText(run.chars()));
        }
        return List.copyOf(pieces);
    }

    /**
     * The conversation with its leading system message in the first user message, if it has both.
     */
    private static @Nullable List<Message> foldSystem(List<Message> messages) {
        if (messages.size() < 2
                || messages.get(0).role() != Role.SYSTEM
                || messages.get(1).role() != Role.USER) {
            return null;
        }
        String system = messages.get(0).content();
        String user = messages.get(1).content();
        String joined = system.isBlank() ? user : system + "\n\n" + user;
        List<Message> folded = new ArrayList<>(messages.subList(1, messages.size()));
        folded.set(0, new Message(Role.USER, joined));
        return folded;
    }

    private static TemplateException refused(RaisedException refusal) {
        return new TemplateException(
                "the chat template refuses this conversation: " + refusal.getMessage(), refusal);
    }

    private static TemplateException failed(JinjaException e) {
        return new TemplateException("the chat template failed: " + e.getMessage(), e);
    }
}
