package dev.glimprouter.eval.curve;

import dev.glimprouter.eval.run.RunFigures;

import java.util.Objects;
import java.util.Optional;

/**
 * One run of a curve.
 *
 * @param kind what it is there for
 * @param point which point of the sweep it belongs to, from 1; 0 for the ends
 * @param system what was run
 * @param threshold its threshold in the unit of its scores, or its rate; not a number at the ends
 * @param file name of its run file
 * @param figures what it came to
 * @param versus how it does against random writers at the rate of its point; empty for those
 *     themselves, at the ends, and where both have no graded question in common
 */
public record CurveLine(
        Kind kind,
        int point,
        String system,
        double threshold,
        String file,
        RunFigures figures,
        Optional<Versus> versus) {

    /** What a line is there for. */
    public enum Kind {
        /** A model alone. */
        END,
        /** The strategy whose threshold is swept. */
        SWEPT,
        /** Another strategy at about the same rate. */
        MATCHED,
        /** The control: large writes steps at random, at the rate of the swept strategy. */
        RANDOM
    }

    /** Checks for nulls. */
    public CurveLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(versus, "versus");
    }

    /** The same with another comparison. */
    CurveLine withVersus(Optional<Versus> other) {
        return new CurveLine(kind, point, system, threshold, file, figures, other);
    }
}
