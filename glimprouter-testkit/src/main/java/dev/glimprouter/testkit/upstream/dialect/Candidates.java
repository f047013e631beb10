package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.glimpse.TemperedDistribution;
import dev.glimprouter.glimpse.TokenDistribution;
import dev.glimprouter.glimpse.TopDistribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All candidates of a distribution, best first, with names.
 *
 * <p>Scripted distributions are over the 64 numbered words. Those with one peak say nothing of
 * which word it is: it is taken to be the written one.
 */
final class Candidates {

    private Candidates() {}

    static List<Option> of(
            Vocabulary words, int written, TokenDistribution distribution, double temperature) {
        double[] logprobs = logSoftmax(values(distribution), temperature);
        int[] labels = IntStream.range(0, logprobs.length).toArray();
        int best = best(logprobs);
        if (written >= labels.length || isAnonymous(distribution, logprobs, best)) {
            if (written < labels.length) {
                labels[written] = best;
            }
            labels[best] = written;
        }
        return IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -logprobs[i]))
                .map(i -> new Option(labels[i], words.bytes(labels[i]), logprobs[i]))
                .toList();
    }

    private static double[] values(TokenDistribution distribution) {
        return switch (distribution) {
            case FullDistribution full ->
                    IntStream.range(0, full.logits().length)
                            .mapToDouble(i -> full.logits()[i])
                            .toArray();
            case TopDistribution top -> top.logProbabilities();
            case TemperedDistribution _ ->
                    throw new IllegalArgumentException("a script tells raw distributions");
        };
    }

    private static double[] logSoftmax(double[] values, double temperature) {
        double max = Arrays.stream(values).max().orElseThrow();
        double[] scaled = Arrays.stream(values).map(v -> (v - max) / temperature).toArray();
        double sum = Math.log(Arrays.stream(scaled).map(Math::exp).sum());
        return Arrays.stream(scaled).map(v -> v - sum).toArray();
    }

    private static int best(double[] logprobs) {
        int best = 0;
        for (int i = 1; i < logprobs.length; i++) {
            best = logprobs[i] > logprobs[best] ? i : best;
        }
        return best;
    }

    private static boolean isAnonymous(TokenDistribution from, double[] logprobs, int best) {
        return from instanceof TopDistribution
                || IntStream.range(0, logprobs.length)
                                .filter(i -> i != best)
                                .mapToDouble(i -> logprobs[i])
                                .distinct()
                                .count()
                        <= 1;
    }
}
