package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.PairedRatio;

/**
 * Whether a strategy pays at some speeds.
 *
 * @param system the strategy
 * @param verdict what the interval of its seconds over those of {@code large} says
 * @param breakEven where that changes
 * @param text all of it in plain sentences
 */
public record Conclusion(String system, Verdict verdict, BreakEven breakEven, String text) {

    /** Whether it takes less time than large. */
    public enum Verdict {
        /** It does. */
        PAYS,
        /** It does not. */
        DOES_NOT_PAY,
        /** So few questions do not tell. */
        OPEN
    }

    static Conclusion of(Forecast one, PairedRatio against, BreakEven even, Speeds speeds) {
        Verdict verdict = verdict(against.interval());
        return new Conclusion(
                one.system(), verdict, even, text(one, against, verdict, even, speeds));
    }

    private static Verdict verdict(Interval ratio) {
        if (!ratio.known() || ratio.contains(1)) {
            return Verdict.OPEN;
        }
        return ratio.upper() < 1 ? Verdict.PAYS : Verdict.DOES_NOT_PAY;
    }

    private static String text(
            Forecast one, PairedRatio against, Verdict verdict, BreakEven even, Speeds speeds) {
        String ratio =
                "%s times the seconds of large (95 %%: %s)"
                        .formatted(
                                Amounts.factor(against.value()),
                                Amounts.range(against.interval(), Amounts::factor));
        return switch (verdict) {
            case PAYS ->
                    "%s pays: %s.%s".formatted(one.system(), ratio, limit(verdict, even, speeds));
            case OPEN ->
                    "Whether %s pays is open: %s.%s"
                            .formatted(one.system(), ratio, limit(verdict, even, speeds));
            case DOES_NOT_PAY ->
                    "%s does not pay at these speeds: %s. Of its %s s small takes %s (glimpses %s) and large %s; large alone takes %s.%s"
                            .formatted(
                                    one.system(),
                                    ratio,
                                    Amounts.seconds(one.seconds()),
                                    Amounts.seconds(one.split().bySmall()),
                                    Amounts.seconds(one.split().glimpses()),
                                    Amounts.seconds(one.split().byLarge()),
                                    Amounts.seconds(against.b().mean()),
                                    limit(verdict, even, speeds));
        };
    }

    private static String limit(Verdict verdict, BreakEven even, Speeds speeds) {
        String share =
                even.largeShare().isPresent()
                        ? " A glimpse pays at these speeds up to %s of the steps by large."
                                .formatted(Numbers.percent(even.largeShare().getAsDouble()))
                        : "";
        return speed(verdict, even, speeds) + share;
    }

    /** A strategy that pays without a step by small pays at any speed of its writing. */
    private static String speed(Verdict verdict, BreakEven even, Speeds speeds) {
        if (even.decodeSpeed().isPresent()) {
            return " It pays from %s tokens/s by small on (now %s)."
                    .formatted(
                            Amounts.speed(even.decodeSpeed().getAsDouble()),
                            Amounts.speed(speeds.small().decodeSpeed()));
        }
        return verdict == Verdict.PAYS ? "" : " No speed of small's writing would make it pay.";
    }
}
