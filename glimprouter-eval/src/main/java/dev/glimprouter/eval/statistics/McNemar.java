package dev.glimprouter.eval.statistics;

import java.util.List;

/**
 * McNemar's exact test for two systems that answered each question once: among the questions that
 * only one of them has right, is the split unlike that of a fair coin? (McNemar 1947.)
 *
 * @param onlyA questions that A alone has right
 * @param onlyB questions that B alone has right
 * @param pValue two-sided, exact
 */
public record McNemar(int onlyA, int onlyB, double pValue) {

    /** From the two counts. */
    public static McNemar of(int onlyA, int onlyB) {
        return new McNemar(onlyA, onlyB, SignTest.of(onlyA, onlyB).pValue());
    }

    /**
     * From zeros and ones of the same questions.
     *
     * @throws IllegalArgumentException if a question has more than one run
     */
    public static McNemar of(List<Repeats> a, List<Repeats> b) {
        List<Pair> pairs = Pair.match(a, b);
        return of(count(pairs, 1, 0), count(pairs, 0, 1));
    }

    private static int count(List<Pair> pairs, double a, double b) {
        return (int)
                pairs.stream()
                        .filter(pair -> single(pair.a()) == a && single(pair.b()) == b)
                        .count();
    }

    private static double single(Repeats of) {
        if (of.values().size() > 1) {
            throw new IllegalArgumentException("more than one run: " + of);
        }
        return of.values().getFirst();
    }
}
