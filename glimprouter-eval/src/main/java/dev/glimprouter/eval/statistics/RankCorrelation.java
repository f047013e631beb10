package dev.glimprouter.eval.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Spearman's rank correlation of two figures of the same things, such as steps: 1 where one always
 * grows with the other, -1 where it always falls, whatever the shape of the relation.
 *
 * <p>Steps of one question are not independent; the interval resamples whole questions (BCa).
 *
 * @param value from -1 to 1; not a number where one of the figures never varies
 * @param interval 95 %; {@link Interval#UNKNOWN} for one cluster
 * @param points how many things
 * @param clusters how many clusters they come from
 * @param bootstrap how it was resampled
 */
public record RankCorrelation(
        double value, Interval interval, int points, int clusters, Bootstrap bootstrap) {

    /**
     * One thing with its two figures.
     *
     * @param cluster what it was drawn together with, such as its question
     * @param x one figure
     * @param y the other one
     */
    public record Point(String cluster, double x, double y) {

        /** Checks that the figures are finite. */
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("a point at %s, %s".formatted(x, y));
            }
        }
    }

    /** The correlation of these points. */
    public static RankCorrelation of(List<Point> points, Bootstrap bootstrap) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        points.forEach(point -> numbers.putIfAbsent(point.cluster(), numbers.size()));
        int[][] members = new int[numbers.size()][];
        numbers.forEach((cluster, number) -> members[number] = members(points, cluster));
        ClusteredRanks ranks = new ClusteredRanks(points, members);
        double value = ranks.correlation(IntStream.range(0, members.length).toArray());
        return new RankCorrelation(
                value,
                Double.isNaN(value)
                        ? Interval.UNKNOWN
                        : bootstrap.bca(members.length, ranks::correlation),
                points.size(),
                members.length,
                bootstrap);
    }

    private static int[] members(List<Point> points, String cluster) {
        return IntStream.range(0, points.size())
                .filter(i -> points.get(i).cluster().equals(cluster))
                .toArray();
    }
}
