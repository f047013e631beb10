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
 * @param errorAgainstLarge the error of the seconds over those of {@code large}, foretold over
 *     measured, less 1: what is left where these questions are longer or shorter than the others
 *     for every strategy; not a number where {@code large} was not timed on the same questions
 */
public record CheckRow(
        String system,
        Basis basis,
        double predicted,
        Mean measured,
        double ownWork,
        double chance,
        double errorAgainstLarge) {

    CheckRow against(CheckRow large) {
        return new CheckRow(
                system,
                basis,
                predicted,
                measured,
                ownWork,
                chance,
                (1 + error()) / (1 + large.error()) - 1);
    }

    /** Foretold seconds over measured ones, less 1. */
    public double error() {
        return predicted / measured.value() - 1;
    }

    /** The same of what is foretold from these very questions. */
    public double ownError() {
        return ownWork / measured.value() - 1;
    }
}
