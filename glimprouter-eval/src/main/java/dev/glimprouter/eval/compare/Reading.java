package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.statistics.Interval;

/** What can and cannot be concluded from a comparison, in one or two plain sentences. */
final class Reading {

    private static final double ALPHA = 0.05;

    private Reading() {}

    static String of(Comparison comparison) {
        return accuracy(comparison) + comparison.seconds().map(s -> time(s.interval())).orElse("");
    }

    private static String accuracy(Comparison of) {
        Interval fits = of.difference().byT();
        double difference = of.difference().value();
        String claim =
                "%s is right %s often than %s"
                        .formatted(
                                of.a().system(), difference > 0 ? "more" : "less", of.b().system());
        if (difference != 0 && of.adjustedP() < ALPHA) {
            return claim + ".";
        }
        if (difference != 0 && of.pValue() < ALPHA) {
            return "Alone it would show that %s; among %d comparisons it does not."
                    .formatted(claim, of.comparisons());
        }
        if (fits.known() && !fits.contains(0)) {
            return "By the interval %s; by the exact test that is not shown.".formatted(claim);
        }
        return fits.known()
                ? "No difference in accuracy is shown, and none is ruled out from %s points."
                        .formatted(Numbers.range(fits, Numbers::points))
                : "Nothing is shown about accuracy.";
    }

    private static String time(Interval ratio) {
        if (!ratio.known() || ratio.contains(1)) {
            return " No difference in time is shown.";
        }
        return ratio.upper() < 1
                ? " It takes less time: %s less.".formatted(saved(ratio))
                : " It takes more time: %s times.".formatted(Numbers.range(ratio, Numbers::times));
    }

    private static String saved(Interval ratio) {
        return Numbers.range(new Interval(1 - ratio.upper(), 1 - ratio.lower()), Numbers::percent);
    }
}
