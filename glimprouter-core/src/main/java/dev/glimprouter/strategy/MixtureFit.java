package dev.glimprouter.strategy;

import java.util.Arrays;
import java.util.Optional;

/**
 * Expectation and maximisation for two normal distributions in one dimension.
 *
 * <p>It starts from the cut of the sorted scores that leaves the least variance within its two
 * sides, so that nothing is drawn at random. Deviations are kept from collapsing onto one score.
 */
final class MixtureFit {

    private static final int FEWEST = 4;
    private static final double LEAST_DEVIATION = 0.01;
    private static final double SETTLED = 1e-5;

    private final double[] sorted;
    private final double[] ofHigh;

    MixtureFit(double[] scores) {
        sorted = scores.clone();
        for (double score : sorted) {
            if (!(score >= 0 && score <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("not an entropy: " + score);
            }
        }
        Arrays.sort(sorted);
        ofHigh = new double[sorted.length];
    }

    /** The mixture after at most this many rounds; empty where there are not two groups. */
    Optional<GaussianMixture> run(int mostRounds) {
        int n = sorted.length;
        if (n < FEWEST || sorted[n - 1] - sorted[0] < LEAST_DEVIATION) {
            return Optional.empty();
        }
        Arrays.fill(ofHigh, bestCut(), n, 1);
        Optional<GaussianMixture> now = maximise();
        for (int round = 0; round < mostRounds && now.isPresent(); round++) {
            GaussianMixture before = now.get();
            expect(before);
            now = maximise();
            if (now.isPresent() && distance(before, now.get()) < SETTLED) {
                break;
            }
        }
        return now;
    }

    /** Index of the first score of the upper group. */
    private int bestCut() {
        double total = Arrays.stream(sorted).sum();
        double below = 0;
        double best = -1;
        int cut = 1;
        int n = sorted.length;
        for (int i = 1; i < n; i++) {
            below += sorted[i - 1];
            double apart = (total - below) / (n - i) - below / i;
            double between = (double) i * (n - i) * apart * apart;
            if (between > best && sorted[i] > sorted[i - 1]) {
                best = between;
                cut = i;
            }
        }
        return cut;
    }

    private void expect(GaussianMixture mixture) {
        double logLow = Math.log1p(-mixture.share());
        double logHigh = Math.log(mixture.share());
        for (int i = 0; i < sorted.length; i++) {
            double low =
                    GaussianMixture.logDensity(sorted[i], mixture.low(), mixture.lowDeviation());
            double high =
                    GaussianMixture.logDensity(sorted[i], mixture.high(), mixture.highDeviation());
            ofHigh[i] = 1 / (1 + Math.exp(low + logLow - high - logHigh));
        }
    }

    private Optional<GaussianMixture> maximise() {
        Group low = group(false);
        Group high = group(true);
        if (low.weight < 1 || high.weight < 1 || high.mean - low.mean < LEAST_DEVIATION) {
            return Optional.empty();
        }
        return Optional.of(
                new GaussianMixture(
                        low.mean,
                        low.deviation,
                        high.mean,
                        high.deviation,
                        high.weight / sorted.length));
    }

    private Group group(boolean high) {
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            weight += share(i, high);
            sum += share(i, high) * sorted[i];
        }
        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < sorted.length; i++) {
            double off = sorted[i] - mean;
            squares += share(i, high) * off * off;
        }
        return new Group(weight, mean, Math.max(LEAST_DEVIATION, Math.sqrt(squares / weight)));
    }

    private double share(int i, boolean high) {
        return high ? ofHigh[i] : 1 - ofHigh[i];
    }

    private static double distance(GaussianMixture a, GaussianMixture b) {
        return Math.abs(a.low() - b.low())
                + Math.abs(a.high() - b.high())
                + Math.abs(a.lowDeviation() - b.lowDeviation())
                + Math.abs(a.highDeviation() - b.highDeviation())
                + Math.abs(a.share() - b.share());
    }

    /** Sums of one component. */
    private record Group(double weight, double mean, double deviation) {}
}
