package dev.glimprouter.glimpse;

/**
 * Exact entropy of a whole vocabulary's logits, in nats.
 *
 * <p>With x = logit - max, Z = sum e^x and D = sum x e^x, H = ln Z - D / Z. No probability is ever
 * formed, so nothing underflows to 0 ln 0: an x below the cut-off adds nothing to either sum, and a
 * logit of minus infinity is such an x.
 */
final class EntropyKernel {

    /** e^-80 times any vocabulary is below the rounding error of the sums. */
    private static final float CUT_OFF = -80;

    private EntropyKernel() {}

    static double nats(float[] logits) {
        return reference(logits);
    }

    /** The straightforward version, which the fast one is tested against. */
    static double reference(float[] logits) {
        float max = max(logits);
        double z = 0;
        double d = 0;
        for (float logit : logits) {
            double x = logit - max;
            if (x > CUT_OFF) {
                double e = Math.exp(x);
                z += e;
                d += x * e;
            }
        }
        return Math.max(0, Math.log(z) - d / z);
    }

    private static float max(float[] logits) {
        float max = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            if (Float.isNaN(logit)) {
                throw new IllegalArgumentException("a logit is not a number");
            }
            max = Math.max(max, logit);
        }
        if (Float.isInfinite(max)) {
            throw new IllegalArgumentException("no token has a finite logit");
        }
        return max;
    }
}
