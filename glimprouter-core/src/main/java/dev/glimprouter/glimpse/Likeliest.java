package dev.glimprouter.glimpse;

import dev.glimprouter.internal.Softmax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** Picks the likeliest tokens of a distribution. */
final class Likeliest {

    private Likeliest() {}

    /** A token by its index, and the logarithm of its weight. */
    private record Weighed(int index, double log) {

        private static final Comparator<Weighed> WORST_FIRST =
                Comparator.comparingDouble(Weighed::log)
                        .thenComparing(Comparator.comparingInt(Weighed::index).reversed());
    }

    /** Of the whole vocabulary. */
    static List<LikelyToken> ofAll(float[] logits, IntFunction<String> texts, int most) {
        double[] lanes = new double[Softmax.LANES];
        double max = Softmax.max(logits, lanes);
        double logSum = max + Math.log(Softmax.sum(logits, max, 1, lanes));
        return best(logits.length, i -> logits[i], logSum, texts, most);
    }

    /**
     * Of listed tokens; none where all stand for probability zero.
     *
     * @param temperature what a listed logarithm is multiplied by to give the raw one
     */
    static List<LikelyToken> ofListed(
            double[] logs, double temperature, IntFunction<String> texts, int most) {
        if (TopEntropy.isBlank(logs)) {
            return List.of();
        }
        double logSum = TopEntropy.rawLogSum(logs, temperature);
        return best(logs.length, i -> rawLog(logs[i], temperature), logSum, texts, most);
    }

    /**
     * Of listed tokens with texts; none where these are not known.
     *
     * @param texts of each token, or none
     */
    static List<LikelyToken> ofNamed(
            double[] logs, double temperature, List<String> texts, int most) {
        return texts.isEmpty() ? List.of() : ofListed(logs, temperature, texts::get, most);
    }

    private static double rawLog(double log, double temperature) {
        return TopEntropy.isFloor(log) ? Double.NEGATIVE_INFINITY : temperature * log;
    }

    private static List<LikelyToken> best(
            int size,
            IntToDoubleFunction logs,
            double logSum,
            IntFunction<String> texts,
            int most) {
        PriorityQueue<Weighed> kept = new PriorityQueue<>(Weighed.WORST_FIRST);
        for (int i = 0; i < size; i++) {
            double log = logs.applyAsDouble(i);
            boolean counts = log > Double.NEGATIVE_INFINITY;
            Weighed worst = kept.peek();
            if (counts && (worst == null || kept.size() < most || log > worst.log())) {
                kept.add(new Weighed(i, log));
            }
            if (kept.size() > most) {
                kept.remove();
            }
        }
        List<LikelyToken> best = new ArrayList<>();
        while (!kept.isEmpty()) {
            Weighed next = kept.remove();
            best.addFirst(
                    new LikelyToken(texts.apply(next.index()), Math.exp(next.log() - logSum)));
        }
        return List.copyOf(best);
    }
}
