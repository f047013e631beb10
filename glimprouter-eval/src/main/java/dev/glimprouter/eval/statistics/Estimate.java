package dev.glimprouter.eval.statistics;

/**
 * A figure with its standard error.
 *
 * @param value of the figure
 * @param error its standard error
 */
record Estimate(double value, double error) {

    /** Of the figure's logarithm. */
    Estimate log() {
        return new Estimate(Math.log(value), error / Math.abs(value));
    }

    boolean isKnown() {
        return Double.isFinite(value) && Double.isFinite(error);
    }

    /** How many of its own standard errors it lies above another one. */
    double above(Estimate other) {
        return (value - other.value) / error;
    }
}
