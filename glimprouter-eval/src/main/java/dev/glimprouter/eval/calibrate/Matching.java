package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.statistics.Measured;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thresholds for shares of steps by large, by the scores of one run. What is reached with them is
 * another share, since other writers write other texts: it has to be measured.
 */
public final class Matching {

    private static final double STEEPEST = 0.95;

    private Matching() {}

    /** So many shares between 0 and 1, evenly spread, from the lowest. */
    public static List<Double> spread(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> (double) i / (count + 1)).toList();
    }

    /**
     * One threshold for each share, in their order; some may be equal. Where the run tells no
     * scores, they are spread over the range of the threshold, or around its usual value.
     *
     * @param run file of a run of the strategy
     * @param threshold of that run
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static List<Double> thresholds(
            Tunable tunable, Path run, double threshold, List<Double> shares) {
        double measured = RunFigures.of(run).stepsByLarge().map(Measured::value).orElse(0.0);
        Forecast forecast =
                Scores.of(run, tunable.knob(), threshold)
                        .forecast(new Target.Steps(measured, 1), measured);
        if (forecast.scored().isEmpty()) {
            return shares.stream().map(share -> guess(tunable.knob(), share)).toList();
        }
        List<Double> candidates = Thresholds.between(forecast.levels(), tunable.knob().range());
        return shares.stream().map(share -> nearest(candidates, forecast, share)).toList();
    }

    private static double nearest(List<Double> candidates, Forecast forecast, double share) {
        return candidates.stream()
                .min(Comparator.comparingDouble(value -> Math.abs(forecast.at(value) - share)))
                .orElseThrow();
    }

    private static double guess(Knob knob, double share) {
        Knob.Range range = knob.range();
        double part = knob.large() == Knob.Side.FROM_THRESHOLD ? 1 - share : share;
        return Double.isFinite(range.most())
                ? range.least() + part * (range.most() - range.least())
                : range.usual() * part / (1 - Math.min(part, STEEPEST));
    }
}
