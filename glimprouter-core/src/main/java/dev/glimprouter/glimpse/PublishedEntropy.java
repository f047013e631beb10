package dev.glimprouter.glimpse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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

    /** Of listed tokens in any order; where their texts are not known they all differ. */
    static double nats(double[] logProbabilities, List<String> texts) {
        IntFunction<String> text = texts.isEmpty() ? Integer::toString : texts::get;
        List<Integer> likeliest =
                IntStream.range(0, logProbabilities.length)
                        .filter(i -> !TopEntropy.isFloor(logProbabilities[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -logProbabilities[i]))
                        .limit(LISTED)
                        .toList();
        Map<String, Double> byText = new LinkedHashMap<>();
        likeliest.forEach(i -> byText.put(text.apply(i), logProbabilities[i]));
        return nats(byText);
    }

    /** Of a whole vocabulary's logits. */
    static double nats(float[] logits, IntFunction<String> spelling) {
        PriorityQueue<Integer> likeliest =
                new PriorityQueue<>(LISTED + 1, Comparator.comparingDouble(i -> logits[i]));
        for (int id = 0; id < logits.length; id++) {
            if (likeliest.size() < LISTED || logits[id] > logits[likeliest.element()]) {
                likeliest.add(id);
                if (likeliest.size() > LISTED) {
                    likeliest.remove();
                }
            }
        }
        double[] listed = likeliest.stream().mapToDouble(id -> logits[id]).toArray();
        return nats(listed, likeliest.stream().map(spelling::apply).toList());
    }

    /** Of logarithms that may all be off by the same amount. */
    private static double nats(Map<String, Double> byText) {
        double max = byText.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double sum = 0;
        double dot = 0;
        for (double value : byText.values()) {
            double weight = Math.exp(value - max);
            sum += weight;
            dot += weight == 0 ? 0 : weight * (value - max);
        }
        return Math.max(0, Math.log(sum) - dot / sum);
    }
}
