package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.statistics.Bootstrap;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.eval.statistics.Repeats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a strategy would take for the mean question.
 *
 * @param system what reports call it
 * @param basis where its work is known from
 * @param source the system whose recording it is from
 * @param assumed what was taken for granted, one phrase each
 * @param questions how many questions it is the mean of
 * @param split seconds by what they go into
 * @param interval 95 % of the seconds, over questions; the speeds are taken as known
 * @param work what both models do
 * @param cost in the currency of the prices
 * @param against seconds over those of {@code large}, where both are known of some questions
 */
public record Forecast(
        String system,
        Basis basis,
        String source,
        List<String> assumed,
        int questions,
        Split split,
        Interval interval,
        Work work,
        double cost,
        Optional<PairedRatio> against) {

    /** Copies the list. */
    public Forecast {
        assumed = List.copyOf(assumed);
    }

    static Forecast of(
            Workload workload, Workload large, Speeds speeds, Prices prices, Bootstrap bootstrap) {
        double[] seconds =
                workload.byQuestion().values().stream()
                        .mapToDouble(work -> speeds.of(work).total())
                        .toArray();
        Work mean = workload.mean();
        Split split = speeds.of(mean);
        return new Forecast(
                workload.system(),
                workload.basis(),
                workload.source(),
                workload.assumed(),
                seconds.length,
                split,
                bootstrap.percentile(seconds.length, picked -> mean(seconds, picked)),
                mean,
                prices.of(mean, split.total()),
                against(workload, large, speeds, bootstrap));
    }

    private static double mean(double[] seconds, int[] picked) {
        double sum = 0;
        for (int i : picked) {
            sum += seconds[i];
        }
        return sum / picked.length;
    }

    private static Optional<PairedRatio> against(
            Workload workload, Workload large, Speeds speeds, Bootstrap bootstrap) {
        if (workload.system().equals(large.system())) {
            return Optional.empty();
        }
        List<Repeats> mine = new ArrayList<>();
        List<Repeats> theirs = new ArrayList<>();
        workload.byQuestion()
                .forEach(
                        (hash, work) -> {
                            Work other = large.byQuestion().get(hash);
                            if (other != null) {
                                mine.add(seconds(hash, speeds, work));
                                theirs.add(seconds(hash, speeds, other));
                            }
                        });
        return mine.isEmpty()
                ? Optional.empty()
                : Optional.of(PairedRatio.of(mine, theirs, bootstrap));
    }

    private static Repeats seconds(String hash, Speeds speeds, Work work) {
        return new Repeats(hash, List.of(speeds.of(work).total()));
    }

    /** Mean seconds of a question. */
    public double seconds() {
        return split.total();
    }
}
