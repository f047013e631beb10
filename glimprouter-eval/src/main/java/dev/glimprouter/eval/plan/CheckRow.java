package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.statistics.Mean;

/**
 * Foretold and measured seconds of one strategy, on questions that nothing was fitted on.
 *
 * @param system what reports call it
 * @param basis where the foretold work is known from
 * @param predicted mean seconds foretold from the other questions
 * @param measured mean seconds measured, with its interval over questions
 * @param ownWork mean seconds foretold from what was done for these very questions: the speeds'
 *     part of the error
 * @param chance half the width of the 95 % interval that the drawing of both samples of questions
 *     alone gives the error, as a share; not a number for single questions
 */
public record CheckRow(
        String system,
        Basis basis,
        double predicted,
        Mean measured,
        double ownWork,
        double chance) {

    /** Foretold seconds over measured ones, less 1. */
    public double error() {
        return predicted / measured.value() - 1;
    }

    /** The same of what is foretold from these very questions. */
    public double ownError() {
        return ownWork / measured.value() - 1;
    }
}
