package dev.glimprouter.eval.statistics;

/**
 * What k answers to a question are worth, estimated without bias from n answers of which c are
 * right (Chen and others, arXiv 2107.03374; the products avoid large binomials).
 */
public final class PassAtK {

    private PassAtK() {}

    /** Chance that at least one of k answers is right: 1 - C(n - c, k) / C(n, k). */
    public static double any(int n, int c, int k) {
        check(n, c, k);
        return 1 - all(n, n - c, k);
    }

    /** Chance that all k answers are right: C(c, k) / C(n, k). */
    public static double all(int n, int c, int k) {
        check(n, c, k);
        double chance = 1;
        for (int i = 0; i < k; i++) {
            chance *= (double) Math.max(0, c - i) / (n - i);
        }
        return chance;
    }

    private static void check(int n, int c, int k) {
        if (!(0 <= c && c <= n && 1 <= k && k <= n)) {
            throw new IllegalArgumentException("%d of %d right, k = %d".formatted(c, n, k));
        }
    }
}
