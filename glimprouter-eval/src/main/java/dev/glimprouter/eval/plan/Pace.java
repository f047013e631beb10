package dev.glimprouter.eval.plan;

/**
 * How long one model takes, in seconds. Not a number stands for what is not known.
 *
 * @param promptSeconds of evaluating one prompt token
 * @param prefillSeconds of each stretch of prompt tokens, beside the tokens themselves
 * @param decodeSeconds of evaluating one token of its own
 */
public record Pace(double promptSeconds, double prefillSeconds, double decodeSeconds) {

    /** Nothing is known. */
    public static final Pace UNKNOWN = new Pace(Double.NaN, 0, Double.NaN);

    /** Checks that nothing is negative. */
    public Pace {
        if (promptSeconds < 0 || decodeSeconds < 0 || !(prefillSeconds >= 0)) {
            throw new IllegalArgumentException("a pace must not be negative");
        }
    }

    /** Prompt tokens a second, in one long stretch. */
    public double prefillSpeed() {
        return 1 / promptSeconds;
    }

    /** Own tokens a second. */
    public double decodeSpeed() {
        return 1 / decodeSeconds;
    }

    /** The same with another prefill speed, in tokens a second. */
    public Pace withPrefillSpeed(double tokensPerSecond) {
        return new Pace(1 / tokensPerSecond, prefillSeconds, decodeSeconds);
    }

    /** The same with another cost of each stretch of prompt tokens, in seconds. */
    public Pace withPrefillSeconds(double seconds) {
        return new Pace(promptSeconds, seconds, decodeSeconds);
    }

    /** The same with another decode speed, in tokens a second. */
    public Pace withDecodeSpeed(double tokensPerSecond) {
        return new Pace(promptSeconds, prefillSeconds, 1 / tokensPerSecond);
    }

    /** So many times as fast. */
    public Pace faster(double factor) {
        return new Pace(promptSeconds / factor, prefillSeconds / factor, decodeSeconds / factor);
    }
}
