package dev.glimprouter.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The sampler's rules word by word, over the sorted vocabulary. */
final class SortingSampler {

    private record Weighted(int id, double weight) {}

    private final Sampling sampling;
    private final SplittableRandom random;

    SortingSampler(Sampling sampling, long seed) {
        this.sampling = sampling;
        this.random = new SplittableRandom(seed);
    }

    int sample(float[] logits) {
        if (sampling.temperature() == 0) {
            return ranking(logits).getFirst();
        }
        return draw(kept(logits), random.nextDouble());
    }

    /** Probability of each token. */
    double[] probabilities(float[] logits) {
        List<Weighted> kept = kept(logits);
        double[] probabilities = new double[logits.length];
        for (Weighted token : kept) {
            probabilities[token.id()] = token.weight() / sum(kept);
        }
        return probabilities;
    }

    private List<Weighted> kept(float[] logits) {
        List<Integer> ranking = ranking(logits);
        double max = logits[ranking.getFirst()];
        List<Weighted> all = new ArrayList<>();
        for (int id : ranking) {
            all.add(new Weighted(id, Math.exp((logits[id] - max) / sampling.temperature())));
        }
        int k = sampling.topK() == 0 ? all.size() : Math.min(sampling.topK(), all.size());
        List<Weighted> topP = topP(all.subList(0, k));
        return topP.stream().filter(token -> token.weight() >= sampling.minP()).toList();
    }

    private List<Weighted> topP(List<Weighted> tokens) {
        if (sampling.topP() == 1) {
            return tokens;
        }
        double target = sampling.topP() * sum(tokens);
        double sum = 0;
        for (int i = 0; i < tokens.size(); i++) {
            sum += tokens.get(i).weight();
            if (sum >= target) {
                return tokens.subList(0, i + 1);
            }
        }
        return tokens;
    }

    private static int draw(List<Weighted> tokens, double u) {
        double target = u * sum(tokens);
        double sum = 0;
        for (Weighted token : tokens) {
            sum += token.weight();
            if (sum >= target) {
                return token.id();
            }
        }
        return tokens.getLast().id();
    }

    private static double sum(List<Weighted> tokens) {
        return tokens.stream().mapToDouble(Weighted::weight).sum();
    }

    private static List<Integer> ranking(float[] logits) {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(id -> 0.0 - logits[id])
                                .thenComparing(id -> id))
                .toList();
    }
}
