package dev.glimprouter.event;

/**
 * What one model did to judge drafts.
 *
 * @param verdicts how often it was asked
 * @param promptTokens tokens it evaluated for that which it had not evaluated before: the question
 *     put to it, and the draft where it had not read that yet; part of the usage's prompt tokens
 * @param generatedTokens tokens it generated for verdicts, in no step and no answer
 * @param nanos wall-clock nanoseconds of judging, without the evaluation of prompts
 */
public record Judging(long verdicts, long promptTokens, long generatedTokens, long nanos) {

    /** Nothing judged. */
    public static final Judging NONE = new Judging(0, 0, 0, 0);

    /** The sum of both. */
    public Judging plus(Judging other) {
        return new Judging(
                verdicts + other.verdicts,
                promptTokens + other.promptTokens,
                generatedTokens + other.generatedTokens,
                nanos + other.nanos);
    }
}
