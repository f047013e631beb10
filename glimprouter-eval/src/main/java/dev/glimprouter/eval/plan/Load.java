package dev.glimprouter.eval.plan;

import java.util.Collection;

/**
 * What one model does for one question, in counts that are the same on every machine. Means and
 * expectations are fractions.
 *
 * @param promptTokens tokens evaluated that it had not written
 * @param prefills stretches in which they were evaluated
 * @param decodedTokens own tokens evaluated one at a time
 * @param togetherTokens own tokens evaluated beside those of other drafts of the same step
 * @param generatedTokens tokens delivered, thrown away ones included
 * @param verdicts how often it was asked about drafts
 * @param rounds batches in which it verified tokens drafted for it
 * @param draftedTokens tokens that the other model drafted for it
 * @param requests requests to servers
 */
public record Load(
        double promptTokens,
        double prefills,
        double decodedTokens,
        double togetherTokens,
        double generatedTokens,
        double verdicts,
        double rounds,
        double draftedTokens,
        double requests) {

    /** Nothing done. */
    public static final Load NONE = new Load(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The sum of both. */
    public Load plus(Load other) {
        return new Load(
                promptTokens + other.promptTokens,
                prefills + other.prefills,
                decodedTokens + other.decodedTokens,
                togetherTokens + other.togetherTokens,
                generatedTokens + other.generatedTokens,
                verdicts + other.verdicts,
                rounds + other.rounds,
                draftedTokens + other.draftedTokens,
                requests + other.requests);
    }

    /** So many times as much. */
    public Load times(double factor) {
        return new Load(
                promptTokens * factor,
                prefills * factor,
                decodedTokens * factor,
                togetherTokens * factor,
                generatedTokens * factor,
                verdicts * factor,
                rounds * factor,
                draftedTokens * factor,
                requests * factor);
    }

    /** The same with nothing below 0, which a difference of estimates can be. */
    Load notNegative() {
        return new Load(
                Math.max(0, promptTokens),
                Math.max(0, prefills),
                Math.max(0, decodedTokens),
                Math.max(0, togetherTokens),
                Math.max(0, generatedTokens),
                Math.max(0, verdicts),
                Math.max(0, rounds),
                Math.max(0, draftedTokens),
                Math.max(0, requests));
    }

    static Load sum(Collection<Load> all) {
        return all.stream().reduce(NONE, Load::plus);
    }
}
