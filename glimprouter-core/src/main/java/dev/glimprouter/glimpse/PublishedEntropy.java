package dev.glimprouter.glimpse;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entropy of the published code, in nats: over the likeliest tokens alone, keyed by their text,
 * so that of several tokens with the same text only the least likely one counts, renormalised over
 * what is left. (GlimpRouter, arXiv 2601.05110)
 *
 * <p>It differs from {@link TopEntropy} only where two listed tokens share a text, which halves of
 * characters do; from the entropy of the whole vocabulary by the tail that it does not see. A
 * probability of zero counts as nothing, where the published code's sum is no number. Where the
 * texts are not known, or only by asking a server, it is the value that all other decisions use.
 */
final class PublishedEntropy {

    /** How many of the likeliest tokens count. */
    static final int LISTED = 20;

    private PublishedEntropy() {}

    static Entropy of(TokenDistribution seen) {
        if (seen.texts().isEmpty() || seen.texts().get().isAsked()) {
            return seen.entropy();
        }
        List<LikelyToken> listed = seen.likeliest(LISTED);
        Map<String, Double> byText = new LinkedHashMap<>();
        listed.forEach(token -> byText.put(token.text(), token.probability()));
        return seen.entropy().withNats(nats(byText.values()));
    }

    private static double nats(Collection<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        double nats = 0;
        for (double weight : weights) {
            double share = weight / sum;
            nats -= share == 0 ? 0 : share * Math.log(share);
        }
        return Math.max(0, nats);
    }
}
