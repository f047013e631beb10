package dev.glimprouter.eval.study;

import dev.glimprouter.eval.statistics.Histogram;
import dev.glimprouter.eval.statistics.Humps;
import dev.glimprouter.eval.statistics.Quantile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a signal is spread over steps.
 *
 * @param signal which
 * @param steps how many steps have it, at least 1
 * @param questions how many questions they are of
 * @param mean of all steps, in the signal's unit
 * @param quantiles its {@link #SHARES} quantiles, in the signal's unit
 * @param histogram counts of steps
 * @param humps whether it falls into two humps; empty for agreement, and for fewer than 4 steps
 */
public record Distribution(
        Signal signal,
        int steps,
        int questions,
        double mean,
        List<Double> quantiles,
        Histogram histogram,
        Optional<Humps> humps) {

    /** Of which quantiles are told. */
    public static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private static final int LEAST_FOR_HUMPS = 4;

    /** Copies the quantiles. */
    public Distribution {
        quantiles = List.copyOf(quantiles);
    }

    /** Of steps that have the signal; empty where none has. */
    static Optional<Distribution> of(Signal signal, List<PlacedStep> steps, long seed) {
        List<PlacedStep> with =
                steps.stream().filter(one -> signal.of(one.step()).isPresent()).toList();
        if (with.isEmpty()) {
            return Optional.empty();
        }
        double[] values =
                with.stream().mapToDouble(one -> signal.of(one.step()).orElseThrow()).toArray();
        boolean tested = signal.decides() && values.length >= LEAST_FOR_HUMPS;
        return Optional.of(
                new Distribution(
                        signal,
                        values.length,
                        (int) with.stream().map(PlacedStep::question).distinct().count(),
                        Arrays.stream(values).average().orElseThrow(),
                        SHARES.stream().map(share -> Quantile.of(values, share)).toList(),
                        Histogram.of(values),
                        tested ? Optional.of(Humps.of(seed, values)) : Optional.empty()));
    }
}
