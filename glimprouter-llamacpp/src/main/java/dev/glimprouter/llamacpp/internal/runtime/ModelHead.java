package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.llamacpp.internal.template.ChatMessage;
import dev.glimprouter.llamacpp.internal.template.ChatTemplate;
import dev.glimprouter.llamacpp.internal.template.Piece;
import dev.glimprouter.llamacpp.internal.template.ThinkOpening;
import dev.glimprouter.question.Message;

import java.util.List;

/**
 * Renders heads by a chat template. Template text may hold control tokens, message text never does;
 * the two are tokenised apart.
 *
 * @param template the compiled template
 */
record ModelHead(ChatTemplate template) implements HeadRenderer {

    @Override
    public int[] render(Prompt head, Tokenizer tokenizer) {
        List<ChatMessage> messages = head.messages().stream().map(ModelHead::chatMessage).toList();
        IntList ids = new IntList();
        for (Piece piece : ThinkOpening.open(template.render(messages, true))) {
            ids.addAll(
                    switch (piece) {
                        case Piece.TemplateText(String text) -> tokenizer.template(text);
                        case Piece.MessageText(String text) -> tokenizer.plain(text);
                    });
        }
        return tokenizer.withBos(ids).toArray();
    }

    private static ChatMessage chatMessage(Message message) {
        ChatMessage.Role role =
                switch (message.role()) {
                    case SYSTEM -> ChatMessage.Role.SYSTEM;
                    case USER -> ChatMessage.Role.USER;
                    case ASSISTANT -> ChatMessage.Role.ASSISTANT;
                };
        return new ChatMessage(role, message.content());
    }
}
