package dev.glimprouter.testkit;

import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.glimpse.TopDistribution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Distributions over the scripted engine's vocabulary. */
public final class Distributions {

    /** Size of the scripted vocabulary, in tokens. */
    public static final int VOCABULARY = 64;

    private static final TokenDistribution CERTAIN = peaked(Double.POSITIVE_INFINITY);

    private Distributions() {}

    /** One token has probability 1: entropy 0. */
    public static TokenDistribution certain() {
        return CERTAIN;
    }

    /** All tokens are equally likely: entropy ln 64, about 4.159 nats. */
    public static TokenDistribution uniform() {
        return peaked(0);
    }

    /**
     * One likely token and 63 equally unlikely ones, so that the entropy is {@code nats} to about
     * six digits.
     *
     * @param nats from 0 to ln 64
     */
    public static TokenDistribution ofEntropy(double nats) {
        if (!(nats >= 0 && nats <= Math.log(VOCABULARY))) {
            throw new IllegalArgumentException("entropy must lie in 0 to ln 64: " + nats);
        }
        if (nats == 0) {
            return certain();
        }
        double low = 0;
        double high = 80;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (peaked(middle).entropy().nats() > nats) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return peaked(low);
    }

    /**
     * These words with these probabilities, the first one being the likeliest.
     *
     * @param words probabilities by word, which sum up to 1 at most
     */
    public static TokenDistribution of(Map<String, Double> words) {
        List<Map.Entry<String, Double>> listed =
                words.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .toList();
        return new TopDistribution(
                listed.stream().mapToDouble(word -> Math.log(word.getValue())).toArray(),
                VOCABULARY,
                listed.stream().map(Map.Entry::getKey).toList());
    }

    /** One token's logit is 0, all others' are lower by {@code gap}. */
    private static TokenDistribution peaked(double gap) {
        float[] logits = new float[VOCABULARY];
        Arrays.fill(logits, (float) -gap);
        logits[0] = 0;
        return new FullDistribution(logits);
    }
}
