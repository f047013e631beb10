package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.run.RunFigures;

import java.util.Objects;
import java.util.Optional;

/**
 * All questions at one threshold.
 *
 * @param threshold the threshold, in the unit of its scores; not a number where there is none, as
 *     of large alone
 * @param system what was run
 * @param file name of its run file
 * @param figures what it came to
 * @param loss against large alone; empty where that was not looked at
 */
public record Round(
        double threshold, String system, String file, RunFigures figures, Optional<Loss> loss) {

    /** Checks for nulls. */
    public Round {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(loss, "loss");
    }

    /** The same with what it lost. */
    Round withLoss(Loss what) {
        return new Round(threshold, system, file, figures, Optional.of(what));
    }
}
