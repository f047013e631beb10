package dev.glimprouter.eval.statistics;

import java.util.List;

/**
 * How many times as much system A takes as system B on the same questions, in seconds or tokens:
 * the ratio of the sums of the questions' means, so that it is also the ratio of the bills.
 *
 * <p>The interval is a studentised bootstrap of whole clusters, over the logarithm of the ratio.
 *
 * @param value the ratio of the sums
 * @param interval 95 %
 * @param a what A takes for one run
 * @param b what B takes
 * @param bootstrap how it was resampled
 * @param questions how many questions
 */
public record PairedRatio(
        double value, Interval interval, Spread a, Spread b, Bootstrap bootstrap, int questions) {

    /**
     * What single runs take.
     *
     * @param mean mean of the questions' means
     * @param p50 middle run
     * @param p95 run that 95 of 100 do not exceed
     */
    public record Spread(double mean, double p50, double p95) {

        /** Of all runs of a sample. */
        public static Spread of(List<Repeats> sample) {
            double[] runs =
                    sample.stream()
                            .flatMap(q -> q.values().stream())
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            return new Spread(
                    Mean.of(sample).value(), Quantile.median(runs), Quantile.of(runs, 0.95));
        }
    }

    /**
     * Of two samples with the same questions and no negative value. Where B takes nothing, the
     * ratio is infinite, or not a number if A takes nothing either, and the interval unknown.
     */
    public static PairedRatio of(List<Repeats> a, List<Repeats> b, Bootstrap bootstrap) {
        List<ClusterRatio.Term> terms = Pair.match(a, b).stream().map(PairedRatio::term).toList();
        ClusterRatio ratio = ClusterRatio.of(terms);
        Interval logs = bootstrap.studentised(ratio.clusters(), picked -> ratio.of(picked).log());
        return new PairedRatio(
                ratio.estimate().value(),
                logs.known()
                        ? new Interval(Math.exp(logs.lower()), Math.exp(logs.upper()))
                        : Interval.UNKNOWN,
                Spread.of(a),
                Spread.of(b),
                bootstrap,
                terms.size());
    }

    private static ClusterRatio.Term term(Pair pair) {
        return new ClusterRatio.Term(pair.a().cluster(), amount(pair.a()), amount(pair.b()));
    }

    private static double amount(Repeats of) {
        if (of.values().stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("a negative amount: " + of);
        }
        return of.mean();
    }
}
