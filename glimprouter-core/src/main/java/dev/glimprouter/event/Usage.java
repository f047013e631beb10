package dev.glimprouter.event;

import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;

/**
 * What one model did for one question.
 *
 * @param promptTokens tokens it evaluated that it had not generated: the head and the other's text
 * @param cachedTokens prompt tokens found in a cache and not evaluated
 * @param seamTokens tokens evaluated a second time because a cut fell inside them
 * @param generatedTokens tokens it delivered for steps and answer, rejected attempts included,
 *     glimpses not followed by its step not included
 * @param discardedTokens tokens it decoded that nobody kept
 * @param droppedChars characters it wrote that are in no step and no answer: behind the end inside
 *     a token, or half a close tag that a limit cut
 * @param glimpses how many glimpses were taken
 * @param missingProbes how many of them told no distribution
 * @param prefillNanos nanoseconds of evaluating prompt tokens
 * @param glimpseNanos wall-clock nanoseconds of glimpses, their prefill included
 * @param decodeNanos nanoseconds of writing: wall-clock from a stream's first token to its last, of
 *     streams at the same time from the last one's first token to the end of all, and what the
 *     evaluation of its own text took before the first, unless that was a glimpse
 * @param requests requests that servers took on, those that broke off included; 0 in-process
 * @param judging what it did to judge drafts
 * @param speculation how its own text came about from another model's drafted tokens
 * @param overlapping what it did while the other model was still at work
 */
public record Usage(
        long promptTokens,
        long cachedTokens,
        long seamTokens,
        long generatedTokens,
        long discardedTokens,
        long droppedChars,
        long glimpses,
        long missingProbes,
        long prefillNanos,
        long glimpseNanos,
        long decodeNanos,
        long requests,
        Judging judging,
        Speculation speculation,
        Overlapping overlapping) {

    /** Without judging, speculation and overlap. */
    public Usage(
            long promptTokens,
            long cachedTokens,
            long seamTokens,
            long generatedTokens,
            long discardedTokens,
            long droppedChars,
            long glimpses,
            long missingProbes,
            long prefillNanos,
            long glimpseNanos,
            long decodeNanos,
            long requests) {
        this(
                promptTokens,
                cachedTokens,
                seamTokens,
                generatedTokens,
                discardedTokens,
                droppedChars,
                glimpses,
                missingProbes,
                prefillNanos,
                glimpseNanos,
                decodeNanos,
                requests,
                Judging.NONE,
                Speculation.NONE,
                Overlapping.NONE);
    }

    /** Nothing done. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The evaluation of a stream's prompt, and nothing else of its cost. */
    public static Usage ofPrompt(StreamCost cost) {
        return new Usage(
                cost.promptTokens(),
                cost.cachedTokens(),
                cost.seamTokens(),
                0,
                0,
                0,
                0,
                0,
                cost.prefillNanos(),
                0,
                0,
                0);
    }

    /** The sum of both. */
    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                seamTokens + other.seamTokens,
                generatedTokens + other.generatedTokens,
                discardedTokens + other.discardedTokens,
                droppedChars + other.droppedChars,
                glimpses + other.glimpses,
                missingProbes + other.missingProbes,
                prefillNanos + other.prefillNanos,
                glimpseNanos + other.glimpseNanos,
                decodeNanos + other.decodeNanos,
                requests + other.requests,
                judging.plus(other.judging),
                speculation.plus(other.speculation),
                overlapping.plus(other.overlapping));
    }

    /** The same with more judging. */
    public Usage plus(Judging more) {
        return plus(extras(more, Speculation.NONE, Overlapping.NONE));
    }

    /** The same with more speculation. */
    public Usage plus(Speculation more) {
        return plus(extras(Judging.NONE, more, Overlapping.NONE));
    }

    /** The same with more overlap. */
    public Usage plus(Overlapping more) {
        return plus(extras(Judging.NONE, Speculation.NONE, more));
    }

    private static Usage extras(Judging judging, Speculation speculation, Overlapping overlapping) {
        return new Usage(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, judging, speculation, overlapping);
    }
}
