package dev.glimprouter.eval.study;

import dev.glimprouter.reasoning.Writer;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A step that both models wrote, from the same text before it.
 *
 * @param index which step, from 0
 * @param firstToken text of the token that was drawn at the glimpse, possibly empty
 * @param hInit entropy of its distribution in nats; empty where that is not known
 * @param hStep mean entropy of the tokens of small's version in nats; empty where one is not known
 * @param pplStep perplexity of small's version, at least 1; empty where a probability is not known
 * @param judge large's mean digit for small's version, 0 to 9; empty where it was not asked, or
 *     told none, or a limit cut the version
 * @param kept whose version became part of the reasoning
 * @param small small's version
 * @param large large's version
 * @param bleu BLEU-4 of small's version against large's, 0 to 1; empty where one is not whole
 * @param similarity cosine of the embeddings of both versions, -1 to 1; empty where one is not
 *     whole, or nothing embeds
 */
public record StudiedStep(
        int index,
        String firstToken,
        OptionalDouble hInit,
        OptionalDouble hStep,
        OptionalDouble pplStep,
        OptionalDouble judge,
        Writer kept,
        StepVersion small,
        StepVersion large,
        OptionalDouble bleu,
        OptionalDouble similarity) {

    /** Checks for nulls. */
    public StudiedStep {
        Objects.requireNonNull(firstToken, "firstToken");
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(small, "small");
        Objects.requireNonNull(large, "large");
    }

    /** Whether both versions say something and no limit cut them, so that they can be compared. */
    public boolean isComparable() {
        return small.isWhole() && large.isWhole();
    }
}
