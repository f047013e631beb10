package dev.glimprouter.glimpse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The entropy of the published code, in nats: over the likeliest tokens alone, keyed by their text,
 * so that of several tokens with the same text only the least likely one counts, renormalised over
 * what is left. (GlimpRouter, arXiv 2601.05110)
 *
 * <p>It differs from {@link TopEntropy} only where two listed tokens share a text, which halves of
 * characters do; from the entropy of the whole vocabulary by the tail that it does not see. A
 * probability of zero counts as nothing, where the published code's sum is no number.
 */
final class PublishedEntropy {

    /** How many of the likeliest tokens count. */
    static final int LISTED = 20;

    private PublishedEntropy() {}

    /** A copy of the texts, which are none or one for each listed token. */
    static List<String> checked(List<String> texts, int listed) {
        if (!texts.isEmpty() && texts.size() != listed) {
            throw new IllegalArgumentException(
                    "%d texts for %d tokens".formatted(texts.size(), listed));
        }
        return List.copyOf(texts);
    }

    /** The texts of listed tokens; where they are not known they all differ. */
    static IntFunction<String> names(List<String> texts) {
        return texts.isEmpty() ? Integer::toString : texts::get;
    }

    /** Of the {@value #LISTED} likeliest tokens, the likeliest first. */
    static double nats(List<LikelyToken> likeliest) {
        Map<String, Double> byText = new LinkedHashMap<>();
        likeliest.forEach(token -> byText.put(token.text(), token.probability()));
        double sum = byText.values().stream().mapToDouble(Double::doubleValue).sum();
        double nats = 0;
        for (double weight : byText.values()) {
            double share = weight / sum;
            nats -= share == 0 ? 0 : share * Math.log(share);
        }
        return Math.max(0, nats);
    }
}
