package dev.glimprouter.template;

import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * A chat template that an engine is set up with, not compiled yet.
 *
 * @param file where it comes from: a file of its own, or a model's
 * @param text the Jinja source
 */
public record TemplateSource(Path file, String text) {

    /**
     * Reads a file that holds nothing but a template.
     *
     * @throws SetupException if it cannot be read
     */
    public static TemplateSource read(Path file) {
        try {
            return new TemplateSource(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new SetupException(
                    "The chat template %s cannot be read: check the path (%s)."
                            .formatted(file, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }

    /**
     * Compiles it.
     *
     * @param bosToken the text of the model's beginning-of-sequence token; empty for none
     * @param eosToken the text of the model's end-of-sequence token; empty for none
     * @throws SetupException if it cannot be parsed
     */
    public HeadTemplate compile(String bosToken, String eosToken) {
        try {
            return new HeadTemplate(
                    ChatTemplate.compile(
                            text, bosToken, eosToken, Clock.system(ZoneId.systemDefault())),
                    file);
        } catch (TemplateException problem) {
            throw HeadTemplate.unusable(file, problem);
        }
    }
}
