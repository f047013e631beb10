package dev.glimprouter.eval.statistics;

import java.util.List;

/**
 * What system A has more than system B on the same questions: mean over questions of the difference
 * of both systems' means over repeats.
 *
 * <p>Two intervals that rest on unlike assumptions: Student's t on the differences, and a
 * studentised bootstrap of whole clusters. Where they disagree, neither is to be trusted. Where all
 * clusters differ by the same, nothing tells how far the next one may lie off: neither has an
 * interval then, and the p value is the sign test's.
 *
 * @param value the difference, in the unit of the figure
 * @param standardError clustered; not a number where there is one cluster only
 * @param byT 95 % by Student's t, one degree of freedom less than clusters; unknown where all
 *     clusters differ by the same
 * @param byBootstrap 95 % by resampling; of width 0 where all clusters differ by the same, which is
 *     no interval
 * @param bootstrap how it was resampled
 * @param pValue two-sided, of Student's t, for the hypothesis that there is no difference; of the
 *     sign test where all clusters differ by the same
 * @param clusters how many clusters
 * @param questions how many questions
 */
public record PairedDifference(
        double value,
        double standardError,
        Interval byT,
        Interval byBootstrap,
        Bootstrap bootstrap,
        double pValue,
        int clusters,
        int questions) {

    /** Scatter below this share of the difference is a rounding error. */
    private static final double LEAST_SCATTER = 1e-12;

    /** Of any figure; both samples need the same questions. */
    public static PairedDifference of(List<Repeats> a, List<Repeats> b, Bootstrap bootstrap) {
        List<ClusterRatio.Term> terms = terms(Pair.match(a, b));
        return of(ClusterRatio.of(terms), ClusterRatio.of(terms), terms.size(), bootstrap);
    }

    /**
     * Of zeros and ones. Two made-up questions are added for the intervals and the p value, one for
     * and one against A; for single runs this is Agresti and Min's interval (2005), and with k
     * repeats the two weigh less, by the root of k. Without them the intervals are too short, down
     * to the width 0, where the systems rarely disagree.
     */
    public static PairedDifference ofProportions(
            List<Repeats> a, List<Repeats> b, Bootstrap bootstrap) {
        List<ClusterRatio.Term> terms = terms(Pair.match(a, b));
        double repeats = Math.min(meanRepeats(a), meanRepeats(b));
        double part = Math.sqrt(0.5 / Math.sqrt(repeats));
        List<ClusterRatio.Term> madeUp =
                List.of(
                        new ClusterRatio.Term("for A", part, 1),
                        new ClusterRatio.Term("for B", -part, 1));
        return of(ClusterRatio.of(terms), ClusterRatio.of(terms, madeUp), terms.size(), bootstrap);
    }

    private static PairedDifference of(
            ClusterRatio seen, ClusterRatio adjusted, int questions, Bootstrap bootstrap) {
        int degrees = seen.clusters() - 1;
        Estimate plain = seen.estimate();
        Estimate centre = adjusted.estimate();
        boolean scattered = centre.error() > LEAST_SCATTER * Math.abs(centre.value());
        Interval byT =
                degrees < 1 || !scattered
                        ? Interval.UNKNOWN
                        : Interval.around(centre.value(), StudentT.reach(degrees) * centre.error());
        return new PairedDifference(
                plain.value(),
                plain.error(),
                byT,
                bootstrap.studentised(seen.clusters(), adjusted::of),
                bootstrap,
                scattered
                        ? StudentT.twoSided(centre.value(), centre.error(), degrees)
                        : bySigns(centre.value(), seen.clusters()),
                seen.clusters(),
                questions);
    }

    /** Two-sided sign test of clusters that all differ by the same. */
    private static double bySigns(double difference, int clusters) {
        return difference == 0 ? 1 : Math.scalb(1.0, 1 - clusters);
    }

    private static List<ClusterRatio.Term> terms(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new ClusterRatio.Term(pair.a().cluster(), pair.difference(), 1))
                .toList();
    }

    private static double meanRepeats(List<Repeats> sample) {
        return sample.stream().mapToInt(q -> q.values().size()).average().orElse(1);
    }

    /** The smallest difference that so many questions would show with a chance of 80 %. */
    public double detectable() {
        return Power.detectable(adjustedError(), clusters);
    }

    /**
     * The standard error behind the interval by Student's t, made-up questions included; infinite
     * where there is no such interval.
     */
    public double adjustedError() {
        return byT.known()
                ? (byT.upper() - byT.lower()) / (2 * StudentT.reach(clusters - 1))
                : Double.POSITIVE_INFINITY;
    }
}
