package dev.glimprouter.eval.study;

import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.strategy.Draft;

import java.util.Objects;

/**
 * A step as one model writes it.
 *
 * @param text its text, with the blank line that ended it, without a close tag
 * @param tokens how many tokens its writer generated for it
 * @param ending how it ended
 */
public record StepVersion(String text, int tokens, Ending ending) {

    /** Checks for nulls. */
    public StepVersion {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(ending, "ending");
    }

    static StepVersion of(Draft draft) {
        return new StepVersion(draft.text(), draft.tokens(), draft.ending());
    }

    /** Whether it says something, not only that the reasoning is complete, and no limit cut it. */
    public boolean isWhole() {
        return switch (ending) {
            case BLANK_LINE, CLOSE_TAG, END_OF_SEQUENCE -> !text.isBlank();
            case LENGTH, CANCELLED -> false;
        };
    }
}
