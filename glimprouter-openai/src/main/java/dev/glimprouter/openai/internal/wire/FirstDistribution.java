package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.glimpse.TemperedDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.glimpse.TopDistribution;
import dev.glimprouter.openai.internal.profile.LogProbs;
import dev.glimprouter.openai.internal.profile.Profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes of a listed token what core calls a distribution. */
public final class FirstDistribution {

    /**
     * Stands for a vocabulary of unknown size: larger than any model's, so that the upper bound of
     * the entropy, which grows with it, stays a bound.
     */
    public static final int LARGEST_VOCABULARY = 1 << 20;

    /** SGLang draws greedily below this, and then divides by nothing. */
    private static final double GREEDY_BELOW = 1e-6;

    private FirstDistribution() {}

    /**
     * The first token's distribution; empty if the server did not tell it.
     *
     * @param first the first piece of the reply that has entries
     * @param vocabularySize size of the vocabulary in tokens, 0 where unknown
     */
    public static Optional<TokenDistribution> of(
            Profile profile, Ask ask, Chunk first, int vocabularySize) {
        if (first.entries().isEmpty() || lost(profile.logProbs(), first)) {
            return Optional.empty();
        }
        return of(profile, ask, first.entries().getFirst(), vocabularySize);
    }

    /**
     * Any token's distribution; empty if the server did not tell it.
     *
     * @param vocabularySize size of the vocabulary in tokens, 0 where unknown
     */
    public static Optional<TokenDistribution> of(
            Profile profile, Ask ask, Entry entry, int vocabularySize) {
        int most = Math.min(ask.top(), profile.logProbs().cap());
        List<Candidate> likeliest =
                entry.top().stream()
                        .sorted(Comparator.comparingDouble(candidate -> -candidate.logProb()))
                        .limit(most)
                        .toList();
        double[] listed = likeliest.stream().mapToDouble(Candidate::logProb).toArray();
        List<String> texts = likeliest.stream().map(Candidate::text).toList();
        if (!isDistribution(listed)) {
            return Optional.empty();
        }
        int size = vocabularySize == 0 ? LARGEST_VOCABULARY : vocabularySize;
        if (size < listed.length) {
            return Optional.empty();
        }
        double temperature = ask.generation().sampling().temperature();
        return Optional.of(
                switch (profile.logProbs().distribution()) {
                    case RAW -> new TopDistribution(listed, size, texts);
                    case TEMPERED ->
                            temperature < GREEDY_BELOW
                                    ? new TopDistribution(listed, size, texts)
                                    : new TemperedDistribution(listed, temperature, size, texts);
                });
    }

    /** The raw probability's logarithm of the token that came; empty if it was not told. */
    public static OptionalDouble sampled(Entry entry, TokenDistribution from) {
        double told = entry.sampled().logProb();
        if (told == Double.NEGATIVE_INFINITY) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                from instanceof TemperedDistribution tempered
                        ? tempered.rawLogProbability(told)
                        : told);
    }

    /** Whether tokens came before the first entry that are not among the entries. */
    private static boolean lost(LogProbs logProbs, Chunk first) {
        OptionalInt generated = first.counts().completion();
        return logProbs.losesIncomplete()
                && generated.isPresent()
                && generated.getAsInt() > first.entries().size();
    }

    /** Whether core takes it: something likely, and nothing likelier than certain. */
    private static boolean isDistribution(double[] likeliestFirst) {
        return likeliestFirst.length > 0
                && likeliestFirst[0] > Double.NEGATIVE_INFINITY
                && likeliestFirst[0] <= 1e-3;
    }
}
