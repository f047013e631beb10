package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.template.HeadTemplate;
import dev.glimprouter.template.Piece;
import dev.glimprouter.template.TemplateSource;

/**
 * Renders heads by a chat template. Template text may hold control tokens, message text never does;
 * the two are tokenised apart.
 */
record ModelHead(HeadTemplate template) implements HeadRenderer {

    /**
     * The renderer of a template.
     *
     * @throws dev.glimprouter.error.SetupException if it cannot be parsed
     */
    static ModelHead compile(TemplateSource source, Tokenizer tokenizer) {
        return new ModelHead(
                source.compile(
                        tokenizer.controlText(tokenizer.vocabulary().bos()),
                        tokenizer.controlText(tokenizer.vocabulary().eos())));
    }

    @Override
    public int[] render(Prompt head, Tokenizer tokenizer) {
        IntList ids = new IntList();
        for (Piece piece : template.head(head)) {
            ids.addAll(
                    switch (piece) {
                        case Piece.TemplateText(String text) -> tokenizer.template(text);
                        case Piece.MessageText(String text) -> tokenizer.plain(text);
                    });
        }
        return tokenizer.withBos(ids).toArray();
    }
}
