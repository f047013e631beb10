package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.template.ChatTemplate;
import dev.glimprouter.template.Piece;
import dev.glimprouter.template.TemplateException;
import dev.glimprouter.template.ThinkOpening;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Renders heads by a chat template. Template text may hold control tokens, message text never does;
 * the two are tokenised apart.
 *
 * @param template the compiled template
 * @param file the file that it comes from
 */
record ModelHead(ChatTemplate template, Path file) implements HeadRenderer {

    /**
     * The renderer of a template.
     *
     * @throws SetupException if it cannot be parsed
     */
    static ModelHead compile(String source, Path file, Tokenizer tokenizer) {
        try {
            return new ModelHead(
                    ChatTemplate.compile(
                            source,
                            tokenizer.controlText(tokenizer.vocabulary().bos()),
                            tokenizer.controlText(tokenizer.vocabulary().eos()),
                            Clock.system(ZoneId.systemDefault())),
                    file);
        } catch (TemplateException problem) {
            throw unusable(file, problem);
        }
    }

    @Override
    public int[] render(Prompt head, Tokenizer tokenizer) {
        IntList ids = new IntList();
        for (Piece piece : ThinkOpening.open(pieces(head))) {
            ids.addAll(
                    switch (piece) {
                        case Piece.TemplateText(String text) -> tokenizer.template(text);
                        case Piece.MessageText(String text) -> tokenizer.plain(text);
                    });
        }
        return tokenizer.withBos(ids).toArray();
    }

    private List<Piece> pieces(Prompt head) {
        try {
            return template.render(head.messages(), true);
        } catch (TemplateException problem) {
            throw unusable(file, problem);
        }
    }

    /** The problem says itself what to do. */
    private static SetupException unusable(Path file, TemplateException problem) {
        return new SetupException("In %s, %s.".formatted(file, problem.getMessage()), problem);
    }
}
