package dev.glimprouter.benchmarks.replay;

import java.util.Locale;

/**
 * What a ratio has to be.
 *
 * @param over whose time
 * @param under over whose
 * @param ratio the ratio as measured
 * @param most the most that it may be
 * @param whole whether its whole interval has to lie there, not only the ratio
 */
record Goal(String over, String under, GeometricRatio ratio, double most, boolean whole) {

    boolean isReached() {
        return (whole ? ratio.upper() : ratio.ratio()) <= most;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s / %s is %.4f (%.4f to %.4f); %s at most %.2f wanted",
                isReached() ? "PASSED" : "FAILED",
                over,
                under,
                ratio.ratio(),
                ratio.lower(),
                ratio.upper(),
                whole ? "the whole interval" : "the ratio",
                most);
    }
}
