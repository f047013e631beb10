package dev.glimprouter.eval.statistics;

import java.util.List;

/**
 * What system A has more than system B on the same questions: mean over questions of the difference
 * of both systems' means over repeats.
 *
 * <p>Two intervals that rest on unlike assumptions: Student's t on the differences, corrected for
 * skew (Hall 1992), and a studentised bootstrap of whole clusters. Where they disagree, neither is
 * to be trusted. Where all clusters differ by the same, nothing tells how far the next one may lie
 * off: neither has an interval then, and the p value is the sign test's.
 *
 * @param value the difference, in the unit of the figure
 * @param standardError clustered; not a number where there is one cluster only
 * @param adjustedError the standard error behind the intervals, made-up questions included;
 *     infinite where there is no interval
 * @param byT 95 % by t, one degree of freedom less than clusters; unknown where all clusters differ
 *     by the same
 * @param byBootstrap 95 % by resampling; of width 0 where all clusters differ by the same, which is
 *     no interval
 * @param bootstrap how it was resampled
 * @param pValue two-sided, of t, for the hypothesis that there is no difference; of the sign test
 *     where all clusters differ by the same
 * @param clusters how many clusters
 * @param questions how many questions
 */
public record PairedDifference(
        double value,
        double standardError,
        double adjustedError,
        Interval byT,
        Interval byBootstrap,
        Bootstrap bootstrap,
        double pValue,
        int clusters,
        int questions) {

    /** Correlation of the differences of two questions of a made-up family. */
    private static final double ALIKE_IN_FAMILY = 0.1;

    /** Scatter below this share of the difference is a rounding error. */
    private static final double LEAST_SCATTER = 1e-12;

    /** What a difference of two shares can be. */
    private static final Interval OF_PROPORTIONS = new Interval(-1, 1);

    /** Of any figure; both samples need the same questions. */
    public static PairedDifference of(List<Repeats> a, List<Repeats> b, Bootstrap bootstrap) {
        List<ClusterRatio.Term> terms = terms(Pair.match(a, b));
        return of(
                ClusterRatio.of(terms),
                ClusterRatio.of(terms),
                terms.size(),
                Interval.UNKNOWN,
                bootstrap);
    }

    /**
     * Of zeros and ones. Two made-up questions are added for the intervals and the p value, one for
     * and one against A; for single runs this is Agresti and Min's interval (2005), and with k
     * repeats the two weigh less, by the root of k. Without them the intervals are too short, down
     * to the width 0, where the systems rarely disagree. Beside families they are families of the
     * mean size, whose questions differ as questions do that are slightly alike. No end of an
     * interval lies beyond what is possible, -1 and 1.
     */
    public static PairedDifference ofProportions(
            List<Repeats> a, List<Repeats> b, Bootstrap bootstrap) {
        List<ClusterRatio.Term> terms = terms(Pair.match(a, b));
        ClusterRatio seen = ClusterRatio.of(terms);
        double size = (double) terms.size() / seen.clusters();
        double repeats = Math.min(meanRepeats(a), meanRepeats(b));
        double part =
                Math.sqrt(0.5 / Math.sqrt(repeats) * size * (1 + ALIKE_IN_FAMILY * (size - 1)));
        List<ClusterRatio.Term> madeUp =
                List.of(
                        new ClusterRatio.Term("for A", part, size),
                        new ClusterRatio.Term("for B", -part, size));
        return of(seen, ClusterRatio.of(terms, madeUp), terms.size(), OF_PROPORTIONS, bootstrap);
    }

    private static PairedDifference of(
            ClusterRatio seen,
            ClusterRatio adjusted,
            int questions,
            Interval possible,
            Bootstrap bootstrap) {
        Estimate plain = seen.estimate();
        SkewedT t = adjusted.studentsT(seen.clusters() - 1);
        Estimate centre = t.estimate();
        boolean scattered = centre.error() > LEAST_SCATTER * Math.abs(centre.value());
        return new PairedDifference(
                plain.value(),
                plain.error(),
                t.interval().known() && scattered ? centre.error() : Double.POSITIVE_INFINITY,
                scattered ? cut(t.interval(), possible) : Interval.UNKNOWN,
                seen.clusters() > 1
                        ? cut(bootstrap.studentised(adjusted.clusters(), adjusted::of), possible)
                        : Interval.UNKNOWN,
                bootstrap,
                scattered ? t.pValue() : bySigns(centre.value(), seen.clusters()),
                seen.clusters(),
                questions);
    }

    private static Interval cut(Interval free, Interval possible) {
        return free.known() ? free.within(possible.lower(), possible.upper()) : free;
    }

    /** Two-sided sign test of clusters that all differ by the same. */
    private static double bySigns(double difference, int clusters) {
        return difference == 0 ? 1 : SignTest.of(clusters, 0).pValue();
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
}
