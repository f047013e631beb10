package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.EnumSet;
import java.util.Set;

/**
 * One model alone, step by step through the loop: what it takes longer than {@link Uninterrupted}
 * is the framework's own cost.
 *
 * @param writer the model
 */
public record SoloSteps(Writer writer) implements Stepwise {

    @Override
    public String name() {
        return writer == Writer.SMALL ? "small-steps" : "large-steps";
    }

    @Override
    public Step next(Turn turn) {
        return turn.write(writer);
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
