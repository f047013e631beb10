package dev.glimprouter.eval.plan;

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
                                Amounts.times(against.value()),
                                Amounts.range(against.interval(), Amounts::times));
        return switch (verdict) {
            case PAYS -> "%s pays: %s.%s".formatted(one.system(), ratio, limit(even, speeds));
            case OPEN ->
                    "Whether %s pays is open: %s.%s"
                            .formatted(one.system(), ratio, limit(even, speeds));
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
                                    limit(even, speeds));
        };
    }

    private static String limit(BreakEven even, Speeds speeds) {
        String speed =
                even.decodeSpeed().isPresent()
                        ? " It pays from %s tokens/s by small on (now %s)"
                                .formatted(
                                        Amounts.speed(even.decodeSpeed().getAsDouble()),
                                        Amounts.speed(speeds.small().decodeSpeed()))
                        : " No speed of small's decoding would make it pay";
        String share =
                even.largeShare().isPresent()
                        ? ", and at these speeds a glimpse pays up to %s of the steps by large."
                                .formatted(Amounts.percent(even.largeShare().getAsDouble()))
                        : ".";
        return speed + share;
    }
}
