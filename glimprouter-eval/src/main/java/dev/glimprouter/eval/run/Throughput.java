package dev.glimprouter.eval.run;

/**
 * How much got done in a stretch of time, over all strategies.
 *
 * @param parallel how many questions were asked at a time
 * @param questions questions and repeats that were answered or failed
 * @param tokens tokens that both models generated for them
 * @param nanos nanoseconds on the wall
 */
public record Throughput(int parallel, int questions, long tokens, long nanos) {

    private static final double NANOS = 1e9;
    private static final double MINUTE = 60;

    /** Questions a minute; 0 before any time has passed. */
    public double questionsPerMinute() {
        return nanos <= 0 ? 0 : questions * MINUTE * NANOS / nanos;
    }

    /** Tokens a second; 0 before any time has passed. */
    public double tokensPerSecond() {
        return nanos <= 0 ? 0 : tokens * NANOS / nanos;
    }
}
