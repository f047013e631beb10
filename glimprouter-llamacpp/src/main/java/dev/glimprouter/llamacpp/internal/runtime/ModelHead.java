package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.template.ChatTemplate;
import dev.glimprouter.template.Piece;
import dev.glimprouter.template.ThinkOpening;

/**
 * Renders heads by a chat template. Template text may hold control tokens, message text never does;
 * the two are tokenised apart.
 *
 * @param template the compiled template
 */
record ModelHead(ChatTemplate template) implements HeadRenderer {

    @Override
    public int[] render(Prompt head, Tokenizer tokenizer) {
        IntList ids = new IntList();
        for (Piece piece : ThinkOpening.open(template.render(head.messages(), true))) {
            ids.addAll(
                    switch (piece) {
                        case Piece.TemplateText(String text) -> tokenizer.template(text);
                        case Piece.MessageText(String text) -> tokenizer.plain(text);
                    });
        }
        return tokenizer.withBos(ids).toArray();
    }
}
