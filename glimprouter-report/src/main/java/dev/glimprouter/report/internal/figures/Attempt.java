package dev.glimprouter.report.internal.figures;

import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import java.util.Objects;
import java.util.Optional;

/**
 * One attempt at a step.
 *
 * @param number which attempt, from 0
 * @param writer who wrote it
 * @param text as much of it as was written
 * @param tokens how many tokens were generated for it, as far as it was told
 * @param verdict what came of looking at it
 * @param rejected whether it was thrown away
 */
public record Attempt(
        int number,
        Writer writer,
        String text,
        int tokens,
        Optional<Verdict> verdict,
        boolean rejected) {

    /** Checks for nulls. */
    public Attempt {
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(verdict, "verdict");
    }

    static Attempt begun(int number, Writer writer) {
        return new Attempt(number, writer, "", 0, Optional.empty(), false);
    }

    Attempt plus(String piece) {
        return new Attempt(number, writer, text + piece, tokens, verdict, rejected);
    }

    Attempt complete(String whole, int count) {
        return new Attempt(number, writer, whole, count, verdict, rejected);
    }

    Attempt judged(Verdict by) {
        return new Attempt(number, writer, text, tokens, Optional.of(by), rejected);
    }

    Attempt thrownAway(int count) {
        return new Attempt(number, writer, text, Math.max(tokens, count), verdict, true);
    }
}
