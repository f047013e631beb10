package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Writer;

import java.util.EnumSet;
import java.util.Set;

/**
 * One model alone in one uninterrupted generation: the baseline that one request to that model
 * would be.
 *
 * @param writer the model
 */
public record Uninterrupted(Writer writer) implements Strategy {

    @Override
    public String name() {
        return writer == Writer.SMALL ? "small" : "large";
    }

    @Override
    public Writer answerWriter() {
        return writer;
    }

    @Override
    public Set<Writer> writers() {
        return EnumSet.of(writer);
    }
}
