package dev.glimprouter.eval.study;

import dev.glimprouter.eval.statistics.Histogram;

import java.util.Arrays;
import java.util.List;

/** A histogram as a few block characters, from the least value to the greatest. */
final class Sparkline {

    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final int MOST = 20;

    private Sparkline() {}

    static String of(Histogram histogram) {
        List<Integer> counts = histogram.counts();
        int together = (counts.size() + MOST - 1) / MOST;
        int bars = (counts.size() + together - 1) / together;
        int[] heights = new int[bars];
        for (int i = 0; i < counts.size(); i++) {
            heights[i / together] += counts.get(i);
        }
        int most = Math.max(1, Arrays.stream(heights).max().orElse(1));
        StringBuilder line = new StringBuilder();
        for (int height : heights) {
            line.append(height == 0 ? ' ' : BLOCKS.charAt((height * BLOCKS.length() - 1) / most));
        }
        return "|" + line + "|";
    }
}
