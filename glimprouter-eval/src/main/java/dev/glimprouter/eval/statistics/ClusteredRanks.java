package dev.glimprouter.eval.statistics;

import java.util.Arrays;
import java.util.List;

/** Ranks of points of which whole clusters are drawn. Not thread safe. */
final class ClusteredRanks {

    private final Ranks x;
    private final Ranks y;
    private final int[][] members;
    private int[] drawn = new int[0];

    ClusteredRanks(List<RankCorrelation.Point> points, int[][] members) {
        x = new Ranks(points.stream().mapToDouble(RankCorrelation.Point::x).toArray());
        y = new Ranks(points.stream().mapToDouble(RankCorrelation.Point::y).toArray());
        this.members = members;
    }

    /** Pearson's correlation of the ranks; not a number where a figure does not vary. */
    double correlation(int[] clusters) {
        int size = draw(clusters);
        x.rankAmong(drawn, size);
        y.rankAmong(drawn, size);
        double middle = (size + 1) / 2.0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < size; i++) {
            double offX = x.rank(drawn[i]) - middle;
            double offY = y.rank(drawn[i]) - middle;
            xx += offX * offX;
            yy += offY * offY;
            xy += offX * offY;
        }
        return Math.clamp(xy / Math.sqrt(xx * yy), -1.0, 1.0);
    }

    private int draw(int[] clusters) {
        int size = Arrays.stream(clusters).map(cluster -> members[cluster].length).sum();
        if (drawn.length < size) {
            drawn = new int[size];
        }
        int at = 0;
        for (int cluster : clusters) {
            System.arraycopy(members[cluster], 0, drawn, at, members[cluster].length);
            at += members[cluster].length;
        }
        return size;
    }
}
