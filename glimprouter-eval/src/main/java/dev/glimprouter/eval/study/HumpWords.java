package dev.glimprouter.eval.study;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.statistics.Humps;
import dev.glimprouter.strategy.GaussianMixture;

/** Whether a signal falls into two humps, in words. */
final class HumpWords {

    private static final double STRONG = 10;

    private HumpWords() {}

    static String of(Signal signal, Humps humps) {
        String dip =
                "%s: more than one hump is %s (dip p = %s)."
                        .formatted(
                                signal.label(),
                                humps.severalHumps() ? "supported" : "not supported",
                                Numbers.p(humps.pValue()));
        String digits =
                signal == Signal.JUDGE && humps.severalHumps()
                        ? " Digits that are nearly whole look like humps: read the histogram."
                        : "";
        return dip + humps.mixture().map(two -> mixture(humps, two)).orElse("") + digits;
    }

    private static String mixture(Humps humps, GaussianMixture two) {
        String better =
                humps.gain() > STRONG
                        ? "are much better than"
                        : humps.gain() > 0 ? "are a little better than" : "are no better than";
        return " Two normal distributions, around %s and %s with %s of the steps, %s one%s."
                .formatted(
                        Numbers.amount(two.low()),
                        Numbers.amount(two.high()),
                        Numbers.percent(two.share()),
                        better,
                        humps.gain() > 0 && !humps.severalHumps()
                                ? ", which one skewed hump may do too"
                                : "");
    }
}
