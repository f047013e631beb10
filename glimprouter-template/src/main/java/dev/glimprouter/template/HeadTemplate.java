package dev.glimprouter.template;

import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.SetupException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A chat template at work in an engine, where its failures are those of the set-up. Thread safe.
 *
 * @param template the compiled template
 * @param file where it comes from
 */
public record HeadTemplate(ChatTemplate template, Path file) {

    /**
     * A conversation up to where the reasoning begins, its opening included exactly once.
     *
     * @throws SetupException if the template fails or refuses the conversation
     */
    public List<Piece> head(Prompt prompt) {
        try {
            return ThinkOpening.open(template.render(prompt.messages(), true), prompt.opening());
        } catch (TemplateException problem) {
            throw unusable(file, problem);
        }
    }

    /** How a turn is written; as paragraphs if the template refuses one after the assistant's. */
    public TurnFrame turn() {
        try {
            return TurnFrame.of(
                    template.render(TurnFrame.SAMPLE, true).stream()
                            .map(Piece::text)
                            .collect(Collectors.joining()));
        } catch (TemplateException refused) {
            return TurnFrame.PARAGRAPHS;
        }
    }

    /** The problem says itself what to do. */
    static SetupException unusable(Path file, TemplateException problem) {
        return new SetupException("In %s, %s.".formatted(file, problem.getMessage()), problem);
    }
}
