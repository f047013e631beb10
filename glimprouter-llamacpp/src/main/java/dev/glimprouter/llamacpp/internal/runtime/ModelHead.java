package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Aside;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.template.HeadTemplate;
import dev.glimprouter.template.Piece;
import dev.glimprouter.template.TemplateSource;
import dev.glimprouter.template.TurnFrame;

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

    @Override
    public int[] turn(Aside aside, Tokenizer tokenizer) {
        TurnFrame frame = template.turn();
        IntList ids = new IntList();
        ids.addAll(tokenizer.template(frame.before()));
        ids.addAll(tokenizer.plain(aside.question()));
        ids.addAll(tokenizer.template(frame.after()));
        ids.addAll(tokenizer.plain(aside.opening()));
        return ids.toArray();
    }
}
