package dev.glimprouter.eval.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's correction (1979) of the p values of several comparisons that were made together. */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p values in the order given. The chance that any of those below 5 % is a false alarm
     * is at most 5 %, whatever the comparisons have in common.
     */
    public static List<Double> adjust(List<Double> pValues) {
        int n = pValues.size();
        Double[] adjusted = new Double[n];
        double most = 0;
        int before = 0;
        for (int i : fromLeast(pValues)) {
            most = Math.max(most, Math.min(1, (n - before) * pValues.get(i)));
            adjusted[i] = most;
            before++;
        }
        return List.of(adjusted);
    }

    private static int[] fromLeast(List<Double> pValues) {
        return IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
