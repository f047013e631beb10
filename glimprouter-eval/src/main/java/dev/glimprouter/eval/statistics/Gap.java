package dev.glimprouter.eval.statistics;

/**
 * Where the curves above and below a sample's cumulative steps are furthest apart.
 *
 * @param steps how far, in values
 * @param low last corner of the lower curve up to there
 * @param high first corner of the upper curve from there
 */
record Gap(double steps, int low, int high) {

    /** Corners are indices of sorted values; both curves share the first and the last one. */
    static Gap widest(double[] x, int[] lower, int[] upper) {
        Gap widest = new Gap(1, lower[0], lower[lower.length - 1]);
        int below = 1;
        int above = 1;
        while (below < lower.length - 1 || above < upper.length - 1) {
            boolean atLower = lower[below] <= upper[above];
            int at = atLower ? lower[below] : upper[above];
            double top = height(x, upper, above, at) + 1;
            double bottom = height(x, lower, below, at);
            if (top - bottom > widest.steps) {
                widest = new Gap(top - bottom, atLower ? at : lower[below - 1], upper[above]);
            }
            if (atLower) {
                below++;
            } else {
                above++;
            }
        }
        return widest;
    }

    /** Of a curve at a value between its corner before and this one. */
    private static double height(double[] x, int[] corners, int corner, int at) {
        int from = corners[corner - 1];
        return from + (x[at] - x[from]) * slope(x, from, corners[corner]);
    }

    /** Values for each unit; 0 where both are equal. */
    static double slope(double[] x, int from, int to) {
        return x[to] > x[from] ? (to - from) / (x[to] - x[from]) : 0;
    }
}
