package dev.glimprouter.reasoning;

import java.util.Objects;
import java.util.Optional;

/**
 * A kept stretch of reasoning.
 *
 * @param index position in the reasoning, from 0
 * @param writer who wrote it, or more of it than the other; large where both wrote as much
 * @param attempt which attempt at this position was kept, from 0
 * @param text its text, with the blank line that ended it, without a close tag; in the official
 *     mode with a close tag and what follows it, and always with a blank line
 * @param tokens how many tokens were generated for it, a close tag included
 * @param ending how it ended
 * @param decision what was decided before it, empty where nothing was; where the other model had to
 *     try again, it names the first one
 * @param otherTokens how many of the tokens the other model wrote, at most half; 0 unless the
 *     writer was chosen token by token
 * @param nanos wall-clock nanoseconds from the first work on this step to its last token
 */
public record Step(
        int index,
        Writer writer,
        int attempt,
        String text,
        int tokens,
        Ending ending,
        Optional<Decision> decision,
        int otherTokens,
        long nanos) {

    /** Checks ranges. */
    public Step {
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(decision, "decision");
        if (index < 0 || attempt < 0 || tokens < 0 || nanos < 0 || otherTokens < 0) {
            throw new IllegalArgumentException("negative step data: " + index + ", " + tokens);
        }
        if (2 * otherTokens > tokens) {
            throw new IllegalArgumentException(
                    "the other wrote %d of %d tokens".formatted(otherTokens, tokens));
        }
    }

    /** A step of one writer. */
    public Step(
            int index,
            Writer writer,
            int attempt,
            String text,
            int tokens,
            Ending ending,
            Optional<Decision> decision,
            long nanos) {
        this(index, writer, attempt, text, tokens, ending, decision, 0, nanos);
    }

    /** How many of its tokens {@code by} wrote. */
    public int tokensBy(Writer by) {
        return by == writer ? tokens - otherTokens : otherTokens;
    }

    /** Whether the model wrote nothing but white space and did not end its reasoning either. */
    public boolean isVain() {
        return text.isBlank() && !ending.endsReasoning();
    }
}
