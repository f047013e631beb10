package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.statistics.Measured;
import dev.glimprouter.eval.statistics.NonInferiority.Verdict;

import java.util.Objects;

/**
 * What a round lost against large alone.
 *
 * @param difference its accuracy minus large's, paired by question; the interval by Student's t
 * @param verdict what that says about the margin
 */
public record Loss(Measured difference, Verdict verdict) {

    /** Checks for nulls. */
    public Loss {
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(verdict, "verdict");
    }
}
