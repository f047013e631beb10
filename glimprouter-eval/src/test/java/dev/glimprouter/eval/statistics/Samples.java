package dev.glimprouter.eval.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Samples for tests, and a sequence that Python can repeat. */
final class Samples {

    static final double[] MORE = {12.1, 30.5, 8.4, 55.0, 21.7, 14.2, 90.3, 17.5, 26.6, 11.9};
    static final double[] LESS = {15.0, 41.2, 9.1, 80.7, 24.3, 19.9, 95.0, 30.1, 25.2, 18.8};

    private Samples() {}

    /** Questions with one value each, named by their place. */
    static List<Repeats> singles(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Repeats("q" + i, List.of(values[i])))
                .toList();
    }

    /** Questions with several values each. */
    static List<Repeats> repeated(double[]... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Repeats("q" + i, Arrays.stream(values[i]).boxed().toList()))
                .toList();
    }

    /** So many single answers, the first ones right. */
    static List<Repeats> answers(int right, int questions) {
        return singles(IntStream.range(0, questions).mapToDouble(i -> i < right ? 1 : 0).toArray());
    }

    /** s = (1103515245 s + 12345) mod 2^31, each over 2^31. */
    static double[] congruential(int n, long seed) {
        double[] values = new double[n];
        long s = seed;
        for (int i = 0; i < n; i++) {
            s = (s * 1_103_515_245L + 12_345) % 2_147_483_648L;
            values[i] = s / 2_147_483_648.0;
        }
        return values;
    }
}
