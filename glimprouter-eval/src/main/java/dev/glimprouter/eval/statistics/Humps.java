package dev.glimprouter.eval.statistics;

import dev.glimprouter.strategy.GaussianMixture;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Whether figures such as H_init fall into two humps.
 *
 * <p>The test is Hartigan's dip, against uniform samples of the same size, the hardest case with
 * one hump. Beside it stands what two normal distributions explain better than one, by Schwarz's
 * criterion; that alone proves no second hump, for one skewed hump is also described better by two
 * normal distributions. Values that can only be a few whole numbers, such as a judge's, look like
 * many humps to the dip: read their histogram. Steps of one question resemble each other, which the
 * test does not know; a p value near 5 % is none.
 *
 * @param values how many
 * @param dip the statistic, above 0 and at most 1/4
 * @param pValue chance of such a dip with one hump, by simulation, at least 1 / (simulations + 1)
 * @param gain Schwarz's criterion for one normal distribution minus that for two: above 10 is
 *     strong, below 0 speaks for one; 0 where no two were found
 * @param mixture the two normal distributions, by the fit that the mixture strategy uses; empty
 *     where the values do not fall into two groups
 */
public record Humps(
        int values, double dip, double pValue, double gain, Optional<GaussianMixture> mixture) {

    /** How many uniform samples are drawn unless said otherwise. */
    public static final int DEFAULT_SIMULATIONS = 1000;

    private static final double LEAST_DEVIATION = 0.01;
    private static final int MORE_PARAMETERS = 3;

    /** With {@value #DEFAULT_SIMULATIONS} simulations. */
    public static Humps of(long seed, double... values) {
        return of(DEFAULT_SIMULATIONS, seed, values);
    }

    /**
     * The humps of at least 4 values that are finite and not negative.
     *
     * @param simulations how many uniform samples are drawn
     * @param seed of the generator that draws them
     */
    public static Humps of(int simulations, long seed, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double dip = Dip.of(sorted);
        Optional<GaussianMixture> mixture = GaussianMixture.fit(sorted);
        return new Humps(
                sorted.length,
                dip,
                pValue(dip, sorted.length, simulations, seed),
                mixture.map(two -> gain(sorted, two)).orElse(0.0),
                mixture);
    }

    /** Whether the dip says that there is more than one hump, at 5 %. */
    public boolean severalHumps() {
        return pValue < Interval.MISS;
    }

    private static double pValue(double dip, int n, int simulations, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int asDeep = 1;
        for (int i = 0; i < simulations; i++) {
            if (Dip.of(uniform(random, n)) >= dip) {
                asDeep++;
            }
        }
        return (double) asDeep / (simulations + 1);
    }

    /** Sorted: sums of exponential gaps are spread as sorted uniform values are. */
    private static double[] uniform(SplittableRandom random, int n) {
        double[] sorted = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += random.nextExponential();
            sorted[i] = sum;
        }
        return sorted;
    }

    private static double gain(double[] sorted, GaussianMixture two) {
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double variance =
                Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        NormalDistribution one =
                NormalDistribution.of(mean, Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
        NormalDistribution low = NormalDistribution.of(two.low(), two.lowDeviation());
        NormalDistribution high = NormalDistribution.of(two.high(), two.highDeviation());
        double better =
                logLikelihood(
                                sorted,
                                x ->
                                        (1 - two.share()) * low.density(x)
                                                + two.share() * high.density(x))
                        - logLikelihood(sorted, one::density);
        return 2 * better - MORE_PARAMETERS * Math.log(sorted.length);
    }

    private static double logLikelihood(double[] values, DoubleUnaryOperator density) {
        return Arrays.stream(values)
                .map(x -> Math.log(Math.max(Double.MIN_NORMAL, density.applyAsDouble(x))))
                .sum();
    }
}
