package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.statistics.Quantile;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells timed questions during which the machine did something else: a model wrote more than three
 * times as slowly as in the median question. They say nothing about its speed.
 */
final class Disturbance {

    private static final double TOO_SLOW = 3;

    /** Fewer questions than these have no median to trust. */
    private static final int LEAST = 5;

    private Disturbance() {}

    /** Those that were not disturbed, in their order. */
    static List<Recorded> without(List<Recorded> timed) {
        List<Recorded> kept = new ArrayList<>(timed);
        for (Writer writer : Writer.values()) {
            double[] all = timed.stream().mapToDouble(one -> seconds(one, writer)).toArray();
            double[] known = Arrays.stream(all).filter(Double::isFinite).toArray();
            if (known.length >= LEAST) {
                double most = TOO_SLOW * Quantile.median(known);
                kept.removeIf(one -> seconds(one, writer) > most);
            }
        }
        return kept;
    }

    /** Of writing a token; not a number where it wrote none. */
    private static double seconds(Recorded one, Writer writer) {
        double nanos =
                writer == Writer.SMALL
                        ? one.timing().phases().smallDecodeNanos()
                        : one.timing().phases().largeDecodeNanos();
        return nanos / one.work().of(writer).generatedTokens();
    }
}
