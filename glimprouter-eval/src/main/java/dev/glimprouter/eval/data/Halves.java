package dev.glimprouter.eval.data;

import java.util.function.Predicate;

/**
 * Two parts of a dataset with no question in common: one to choose thresholds on, one to report.
 *
 * <p>A coin that only the seed and the question's text decide puts each problem on its side. So a
 * question stays on its side in samples, in other orders and in other copies of the file; the sides
 * are equal in expectation, not exactly.
 *
 * @param calibration the part to choose on
 * @param test the part to report
 */
public record Halves(Dataset calibration, Dataset test) {

    static Halves of(Dataset whole, long seed) {
        SeededOrder coin = new SeededOrder("half", seed);
        Predicate<Problem> heads =
                problem -> Character.digit(coin.draw(problem.hash()).charAt(0), 16) < 8;
        return new Halves(
                whole.only(heads, "the half for calibration, by seed " + seed),
                whole.only(heads.negate(), "the half for tests, by seed " + seed));
    }
}
