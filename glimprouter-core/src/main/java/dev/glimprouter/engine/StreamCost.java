package dev.glimprouter.engine;

/**
 * What one stream cost beside the tokens it delivered.
 *
 * <p>Of the tokens that a model evaluates before a stream's first one, those that it had written
 * itself are decoding put off: the last token of the stream before is evaluated only when somebody
 * goes on from it.
 *
 * @param promptTokens tokens evaluated before the first token that the model had not written: the
 *     head and the other model's text
 * @param cachedTokens prompt tokens that were found in a cache and not evaluated
 * @param seamTokens tokens evaluated a second time because a cut fell inside them; part of
 *     promptTokens
 * @param prefillNanos nanoseconds spent on promptTokens
 * @param ownTokens tokens evaluated before the first token that the model had written itself, for
 *     the first time; 0 where the engine cannot tell, as servers cannot: there they are prompt
 * @param ownNanos nanoseconds spent on ownTokens
 * @param decodedTokens generated tokens that the model has evaluated in turn, or decoded upstream
 * @param discardedTokens decoded tokens that were not delivered
 * @param droppedChars characters of delivered tokens that belong to no text: what stood behind the
 *     end inside the last token, or half a close tag that a limit cut
 * @param requests requests that servers took on, those that broke off included; 0 in-process
 */
public record StreamCost(
        int promptTokens,
        int cachedTokens,
        int seamTokens,
        long prefillNanos,
        int ownTokens,
        long ownNanos,
        int decodedTokens,
        int discardedTokens,
        int droppedChars,
        int requests) {

    /** Checks ranges. */
    public StreamCost {
        if (promptTokens < 0
                || cachedTokens < 0
                || seamTokens < 0
                || prefillNanos < 0
                || ownTokens < 0
                || ownNanos < 0
                || decodedTokens < 0
                || discardedTokens < 0
                || droppedChars < 0
                || requests < 0) {
            throw new IllegalArgumentException("a cost must not be negative");
        }
    }

    /** The prompt's cost beyond an earlier one, which a server told before it had counted. */
    public StreamCost promptSince(StreamCost earlier) {
        return new StreamCost(
                Math.max(0, promptTokens - earlier.promptTokens),
                Math.max(0, cachedTokens - earlier.cachedTokens),
                Math.max(0, seamTokens - earlier.seamTokens),
                Math.max(0, prefillNanos - earlier.prefillNanos),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    /** Own tokens that were evaluated before the first one, and the nanoseconds of that. */
    public static StreamCost ofOwn(int tokens, long nanos) {
        return new StreamCost(0, 0, 0, 0, tokens, nanos, 0, 0, 0, 0);
    }

    /** Tokens that were decoded in vain. */
    public static StreamCost ofDiscarded(int tokens) {
        return new StreamCost(0, 0, 0, 0, 0, 0, 0, tokens, 0, 0);
    }

    /** The sum of both. */
    public StreamCost plus(StreamCost other) {
        return new StreamCost(
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                seamTokens + other.seamTokens,
                prefillNanos + other.prefillNanos,
                ownTokens + other.ownTokens,
                ownNanos + other.ownNanos,
                decodedTokens + other.decodedTokens,
                discardedTokens + other.discardedTokens,
                droppedChars + other.droppedChars,
                requests + other.requests);
    }

    /** Nothing yet. */
    public static final StreamCost NONE = new StreamCost(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
